package io.makerbench.workbench.panel;

/** All that a panel is given by the window around it. */
public record Desk(
    Workspace workspace,
    Appearance appearance,
    Notices notices,
    Background background,
    Tasks tasks) {}
