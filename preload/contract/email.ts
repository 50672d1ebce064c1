/** Mail domains that people often mistype, with what they meant. */
const typos: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com', 'gmai.com': 'gmail.com', 'gmal.com': 'gmail.com', 'gmail.co': 'gmail.com', 'gmail.con': 'gmail.com', 'gmaill.com': 'gmail.com',
  'gamil.com': 'gmail.com', 'gnail.com': 'gmail.com', 'gmail.cm': 'gmail.com', 'hotmial.com': 'hotmail.com', 'hotmal.com': 'hotmail.com',
  'hotmail.con': 'hotmail.com', 'hotmai.com': 'hotmail.com', 'outlok.com': 'outlook.com', 'outlook.con': 'outlook.com', 'outloo.com': 'outlook.com',
  'yaho.com': 'yahoo.com', 'yahooo.com': 'yahoo.com', 'yahoo.con': 'yahoo.com', 'yhoo.com': 'yahoo.com', 'iclod.com': 'icloud.com', 'icloud.con': 'icloud.com',
};

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Trims an e-mail address and writes its domain in lower case; the part before @ stays as typed. */
export function normalizeEmail(text: string): string {
  const bare = text.normalize('NFKC').trim();
  const at = bare.lastIndexOf('@');
  return at < 0 ? bare : bare.slice(0, at) + bare.slice(at).toLowerCase();
}

/** What is wrong with an e-mail address, in words; null when it could be one. */
export function emailProblem(email: string): string | null {
  const [name = '', domain = '', ...rest] = email.split('@');
  const labels = domain.split('.');
  const fits = rest.length === 0 && name.length <= 64 && email.length <= 254 && local.test(name)
    && labels.length >= 2 && labels.every((label) => domainLabel.test(label)) && /[A-Za-z]/.test(labels.at(-1) ?? '') && (labels.at(-1) ?? '').length >= 2;
  return fits ? null : 'This is not an e-mail address: it needs a name, an @ and a domain.';
}

/** A doubt when the domain looks like a slip of the fingers; null when there is none. */
export function emailDoubt(email: string): string | null {
  const [name = '', domain = ''] = email.split('@');
  const meant = typos[domain.toLowerCase()];
  return meant === undefined ? null : `Did you mean ${name}@${meant}?`;
}
