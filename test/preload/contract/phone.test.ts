import { describe, expect, it } from 'vitest';
import { phoneCountry, phoneDoubt, phoneProblem, toE164 } from '../../../preload/contract/phone.ts';

describe('a phone number', () => {
  it.each([['0712 345678', 'KE', '+254712345678'], ['+254 (712) 345-678', '', '+254712345678'], ['00254712345678', '', '+254712345678'], ['+44 20 7946 0018', 'NG', '+442079460018']])(
    '%s of %j is %s', (text, country, e164) => { expect(toE164(text, country)).toBe(e164); },
  );
  it.each([['0712 345678', ''], ['071', 'KE'], ['', 'KE'], ['+999999999999999999', ''], ['call me', 'KE']])('%j of %j is none', (text, country) => {
    expect(toE164(text, country)).toBeNull();
    expect(phoneProblem(text, country)).not.toBeNull();
  });

  it('asks for the country code when nothing else tells the country', () => { expect(phoneProblem('0712 345678')).toMatch(/country code/); });

  it('tells its country, and doubts first digits no network has', () => {
    expect(phoneCountry('+254712345678')).toBe('KE');
    expect(phoneDoubt('+254712345678')).toBeNull();
    expect(phoneDoubt('+12002345678')).toMatch(/No network/);
  });
});
