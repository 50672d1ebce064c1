/** Stands in for the electron package in unit tests; code that needs more of it is tested on the host. */
export const standIn = true;
