import { describe, expect, it } from 'vitest';
import { userName } from '../../../../main/providers/kira/users.ts';
import { userReply } from '../../../../main/providers/kira/schemas.ts';

const named = (fields: object) => userName(userReply.parse({ id: 'u', ...fields }));

describe('what a user is called', () => {
  it('is the company, else the person, else the e-mail', () => {
    expect(named({ business_legal_name: ' Acme LLC ', first_name: 'Ann', email: 'a@b.test' })).toBe('Acme LLC');
    expect(named({ first_name: 'Ann', last_name: 'Roe', email: 'a@b.test' })).toBe('Ann Roe');
    expect(named({ first_name: null, last_name: '', email: 'a@b.test' })).toBe('a@b.test');
    expect([named({}), userName(null)]).toEqual(['Unnamed user', 'Unnamed user']);
  });
});
