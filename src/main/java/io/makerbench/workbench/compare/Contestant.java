package io.makerbench.workbench.compare;

import io.makerbench.experiment.RunFolder;

/**
 * A policy of a run.
 *
 * @param name unique in a comparison: the policy's, with its run's before it where there are
 *     several
 * @param policy its name within its run
 * @param run the run that evaluated it
 * @param colour number of its colour in the palette
 */
record Contestant(String name, String policy, RunFolder run, int colour) {}
