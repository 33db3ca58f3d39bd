/**
 * From a decided notice to its text: templates, letters as PDF print runs, SMS and their segments. No database, no
 * clock.
 */
@org.jspecify.annotations.NullMarked
package org.arrears.contact.render;
