import { describe, expect, it } from 'vitest';
import { channels, events } from '../../../preload/contract/channels.ts';

describe('the channels', () => {
  it('are named group.verb, each once', () => {
    for (const channel of channels) expect(channel).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
    expect(new Set(channels).size).toBe(channels.length);
  });
  it('never share a name with an event', () => {
    expect(new Set<string>([...channels, ...events]).size).toBe(channels.length + events.length);
  });
  it('keep each group together, so that none is overlooked', () => {
    const groups = channels.map((channel) => channel.split('.')[0]);
    const changes = groups.filter((group, index) => group !== groups[index - 1]);
    expect(new Set(changes).size).toBe(changes.length);
  });
});
