/** What a channel is: all that differs between channels, and what the folders of channels share. */
@org.jspecify.annotations.NullMarked
package org.arrears.contact.channel;
