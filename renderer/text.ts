import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

type Compiled = ReturnType<typeof compileMessage>;
const compiled = new Map<string, Compiled>();

// Source texts are their own ids; each is compiled once and kept.
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message);
  if (known) return known;
  const fresh = compileMessage(message);
  compiled.set(message, fresh);
  return fresh;
});
i18n.loadAndActivate({ locale: 'en', messages: {} });

/** What a message may be filled with. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The text for the screen: `t('Saved {time}', { time })`. Plurals are ICU: `{n, plural, one {# payout} other {# payouts}}`. */
export function t(source: string, values?: TextValues): string {
  return i18n._(source, values);
}

/** Switches language, and how numbers and dates are written; sources without a translation stay English. */
export function speak(locale: string): void {
  if (i18n.locale !== locale) i18n.loadAndActivate({ locale, messages: i18n.messages });
}

/** The locale in which figures and dates are written. */
export function locale(): string {
  return i18n.locale;
}
