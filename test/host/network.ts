import type { CdpSession } from './cdp.ts';

const UNLIMITED = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const SOCKETS = ['ws://*:*/*', 'wss://*:*/*'].map((urlPattern) => ({ urlPattern, ...UNLIMITED }));

/**
 * Sets what a page or worker finds of the network. WebSockets are not among the requests that can be held and asked
 * about, so a page whose requests are asked about gets none; app addresses are answered here whatever is set.
 */
export async function setNetwork(session: CdpSession, wish: { online: boolean; sockets: boolean }): Promise<void> {
  await session.quietly('Network.enable');
  await session.quietly('Network.emulateNetworkConditions', { offline: !wish.online, ...UNLIMITED });
  if (!wish.online || wish.sockets) return;
  await session.quietly('Network.emulateNetworkConditionsByRule', { offline: true, matchedNetworkConditions: SOCKETS });
}
