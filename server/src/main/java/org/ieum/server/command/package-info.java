/**
 * The command line: one class per command, one class per group of options. An option's name, help
 * and default stand in one place, its annotation; help, the log of effective values and the faults
 * are made from it for all commands alike.
 */
@NullMarked
package org.ieum.server.command;

import org.jspecify.annotations.NullMarked;
