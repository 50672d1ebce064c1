import { CircleAlert, CircleCheck, CircleQuestionMark, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import css from './banner.module.css';
import colours from './family.module.css';
import { names } from './names.ts';
import type { StatusFamily } from './status-words.ts';

const c = names({ ...colours, ...css });
const icons: Readonly<Record<StatusFamily, LucideIcon>> = { idle: Info, move: Info, ok: CircleCheck, wait: TriangleAlert, bad: CircleAlert, unk: CircleQuestionMark };

/** Props of {@link Banner}. */
export type BannerProps = {
  readonly family: StatusFamily;
  /** One bold sentence. */
  readonly head: string;
  /** What next. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: LucideIcon;
  /** Read out when it appears. */
  readonly live?: boolean;
};

/** Stays in the page while it is true; at most one a page. */
export function Banner({ family, head, children, actions, icon, live = false }: BannerProps): ReactElement {
  const Icon = icon ?? icons[family];
  return (
    <div className={c('banner', family)} role={live ? 'alert' : undefined} data-card="">
      <Icon size={20} strokeWidth={2} aria-hidden />
      <div className={c('words')}>
        <p className={c('head')}>{head}</p>
        {children ? <div className={c('next')}>{children}</div> : null}
      </div>
      {actions ? <div className={c('actions')}>{actions}</div> : null}
    </div>
  );
}

/** An expected failure, where it happened: what, why and what next, in the words main gave. */
export function ErrorBanner({ error, actions }: { readonly error: AppError | null | undefined; readonly actions?: ReactNode }): ReactElement | null {
  if (!error) return null;
  return <Banner family="bad" head={error.message} live actions={actions}>{error.fix}</Banner>;
}

/** A quiet note inside a panel: icon and text on a soft ground. */
export function Note({ family, children }: { readonly family: StatusFamily; readonly children: ReactNode }): ReactElement {
  return (
    <div className={c('note', family)}>
      <Info size={14} strokeWidth={2} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
