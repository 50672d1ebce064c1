/** The only pages Bursar ever opens in the person's browser. */
export const helpPages = {
  'blaaiz-dashboard': 'https://business.blaaiz.com/',
  'blaaiz-support': 'https://docs.business.blaaiz.com/',
  'kira-docs': 'https://docs.kirafin.ai/',
  'kira-support': 'https://docs.kirafin.ai/',
} as const;

/** The name of a help page. */
export type HelpPage = keyof typeof helpPages;

/** Opens a help page through the given opener; only https addresses of the table above can come out of here. */
export function openHelpPage(page: HelpPage, open: (url: string) => Promise<void>): Promise<void> {
  return open(new URL(helpPages[page]).href);
}
