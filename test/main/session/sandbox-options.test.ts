import { describe, expect, it } from 'vitest';
import { forgetful, sandboxOptions } from '../../../main/session/sandbox-options.ts';

describe('the built-in sandbox’s options', () => {
  it('keeps its state and practises at four times the real pace', () => {
    expect(sandboxOptions('/s.json', undefined)).toEqual({ stateFile: '/s.json', timeScale: 4 });
  });
  it('lets a developer set the port, the pace and the controls', () => {
    expect(sandboxOptions('/s.json', '{"port":4010,"timeScale":60,"controls":true}')).toEqual({ stateFile: '/s.json', port: 4010, timeScale: 60, controls: true });
  });
  it.each(['not json', '{"stateFile":"/etc/x"}', '{"timeScale":-1}', '[]'])('ignores %s', (override) => {
    expect(sandboxOptions('/s.json', override)).toEqual({ stateFile: '/s.json', timeScale: 4 });
  });
  it('keep nothing on the disk for a vault that keeps nothing', () => {
    expect(forgetful(sandboxOptions('/s.json', '{"port":4010}'))).toEqual({ port: 4010, timeScale: 4 });
  });
});
