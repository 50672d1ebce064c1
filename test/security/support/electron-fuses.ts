import { createRequire } from 'node:module';

/** The flipping tool's constants, which its entry doesn't give away. */
const { FuseState, SENTINEL } = createRequire(import.meta.url)('@electron/fuses/dist/constants.js') as { FuseState: { ENABLE: number; DISABLE: number }; SENTINEL: string };

export { FuseState, SENTINEL };
export { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
