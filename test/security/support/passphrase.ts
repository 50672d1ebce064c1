/** The passphrase of every vault that these tests make. */
export const passphrase = 'correct horse battery staple';
