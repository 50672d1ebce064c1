import { describe, expect, it } from 'vitest';
import { emailDoubt, emailProblem, normalizeEmail } from '../../../preload/contract/email.ts';

describe('an e-mail address', () => {
  it.each(['thea@quay.example', 'a.b+c@x-y.co.uk', "o'neil@quay.example", 'x@1und1.de'])('%s could be one', (email) => { expect(emailProblem(email)).toBeNull(); });
  it.each(['', 'thea', 'thea@', '@quay.example', 'a b@quay.example', 'a..b@quay.example', '.a@quay.example', 'a@b', 'a@b@c.de', 'a@-x.de', 'a@x.1', 'a@x..de', `${'a'.repeat(65)}@x.de`])(
    '%j is none', (email) => { expect(emailProblem(email)).toMatch(/not an e-mail/); },
  );

  it('is kept as typed before the @ and in lower case after it', () => { expect(normalizeEmail(' Thea@Quay.Example ')).toBe('Thea@quay.example'); });

  it('is doubted at the usual slips, with what was meant', () => {
    expect(emailDoubt('thea@gmial.com')).toBe('Did you mean thea@gmail.com?');
    expect(emailDoubt('thea@quay.example')).toBeNull();
  });
});
