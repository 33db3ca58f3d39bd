package org.arrears.ingest.inbox;

/**
 * An entry of an inbox that is not read.
 *
 * @param name from the inbox on, as it is there; a folder's ends in a slash
 * @param reason why it is not read
 */
public record PassedOver(String name, String reason) {}
