/** The scheme the screen is served from. */
export const appScheme = 'app';
/** The host the screen is served from. */
export const appHost = 'bursar';
/** The only origin whose main frame may ask main for anything. */
export const appOrigin = `${appScheme}://${appHost}`;
