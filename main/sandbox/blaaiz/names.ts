const first = ['Ada', 'Bola', 'Chidi', 'Dayo', 'Emeka', 'Folake', 'Gbenga', 'Halima', 'Ibrahim', 'Jumoke', 'Kemi', 'Ladi'];
const last = ['Okafor', 'Balogun', 'Danjuma', 'Eze', 'Ibekwe', 'Lawal', 'Musa', 'Obi', 'Sanni', 'Uche', 'Yusuf'];

/** The holder of an account: always the same for the same number. */
export function holderName(accountNumber: string): string {
  const sum = Array.from(accountNumber).reduce((total, digit, index) => total + (digit.charCodeAt(0) - 47) * (index + 3), 0);
  return `${first[sum % first.length] ?? ''} ${last[sum % last.length] ?? ''}`.toUpperCase();
}

/** Whether the sandbox's banks know the account: numbers ending in 0000 are unknown. */
export function accountExists(accountNumber: string): boolean {
  return !accountNumber.endsWith('0000');
}
