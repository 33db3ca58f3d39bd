package org.arrears.run;

/** In what state an attempt finds the folder that it is to publish. */
public enum FolderState {
    /** Nothing of it counts: the steps that write it are all done. */
    NONE,
    /** What the steps of an earlier attempt have written is there, byte for byte; they need not write it again. */
    KEPT,
    /** It has been made visible already, and the attempt that did so died before that was recorded. */
    PUBLISHED
}
