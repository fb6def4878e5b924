/** Electron mends the newest three major versions (its release policy); a program on an older one gets no repairs. */
const supportedMajors = 3;

/**
 * @param {string} pinned version the program is built on
 * @param {string} newest version the registry has
 */
export const isSupported = (pinned, newest) => majorOf(newest) - majorOf(pinned) < supportedMajors;

/** @param {string} version */
const majorOf = (version) => Number(version.split('.')[0]);
