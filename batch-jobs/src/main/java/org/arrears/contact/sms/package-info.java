/** SMS: whom one reaches, and the files for the gateway. */
@org.jspecify.annotations.NullMarked
package org.arrears.contact.sms;
