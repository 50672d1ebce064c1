/** A text in plain Latin letters, as banks' networks carry it: "Müller" is Muller, "Київ" is Kiiv. The table for it is large and comes
 *  only when a text needs it. */
export async function latin(text: string): Promise<string> {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const { default: anyAscii } = await import('any-ascii');
  return anyAscii(text);
}
