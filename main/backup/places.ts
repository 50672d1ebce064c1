/** The folder in the data folder whose being there means: what is in it takes the place of what is here. It is named so in one step, once everything in it is
 *  checked. */
export const restoringFolder = 'restoring';
/** What stands in the data folder for a moment after a restore: where each audit log ends now. */
export const restoredFile = 'restored.json';
