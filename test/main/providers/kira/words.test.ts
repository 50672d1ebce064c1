import { expect, it } from 'vitest';
import { quoted, requestIdOf } from '../../../../main/providers/kira/words.ts';

it('quotes Kira, or says that it gave no reason', () => {
  expect(quoted('No.')).toBe('Kira says: \u201cNo.\u201d');
  expect(quoted('')).toBe('Kira gave no reason.');
});

it('takes the gateway\u2019s id of a request before any other, and nothing that only looks like one', () => {
  expect(requestIdOf(new Headers({ 'cf-ray': 'ray-1234', 'x-amzn-requestid': 'req-1234' }))).toBe('req-1234');
  expect(requestIdOf(new Headers({ 'x-amzn-requestid': 'two words', 'x-amz-apigw-id': 'Ab1=' }))).toBe('Ab1=');
  expect(requestIdOf(new Headers({ 'cf-ray': 'abc' }))).toBeNull();
});
