import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { Fragment, useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { setUi, useUi } from '../state/ui.ts';
import { useKey } from '../keys.ts';
import { t } from '../text.ts';
import css from './layout.module.css';
import { names } from './names.ts';

const c = names(css);

/** A way back: its words and where it leads. */
type Crumb = { readonly label: string; readonly to: string };

/** Props of {@link WorkHeader}. */
export type WorkHeaderProps = {
  readonly crumbs?: readonly Crumb[];
  readonly title: string;
  /** A {@link StatusPill} with place="header". */
  readonly pill?: ReactNode;
  /** Quiet words: "Saved on this computer 14:06". */
  readonly note?: ReactNode;
  /** Secondary first, primary last. */
  readonly actions?: ReactNode;
  /** The heading takes the focus when the screen opens: for review and the like. */
  readonly focus?: boolean;
};

/** The 56 px header of a screen on which something is done. */
export function WorkHeader({ crumbs = [], title, pill, note, actions, focus = false }: WorkHeaderProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <header className={c('work')}>
      <nav aria-label={t('Where you are')} className={c('crumbs')}>
        {crumbs.map((crumb) => (
          <Fragment key={crumb.to}>
            <Link to={crumb.to} className={c('crumb')}>{crumb.label}</Link>
            <ChevronRight size={14} strokeWidth={2} aria-hidden />
          </Fragment>
        ))}
      </nav>
      <h1 ref={heading} tabIndex={-1} className={c('barTitle')}>{title}</h1>
      {pill}
      <div className={c('room')} />
      {note ? <div className={c('note')}>{note}</div> : null}
      {actions}
    </header>
  );
}

/** The 64 px header of a list: title, count or sentence, actions. `count` stands after the title, `subtitle` under it. */
export function ListHeader({ title, count, subtitle, actions }: { readonly title: string; readonly count?: string; readonly subtitle?: ReactNode; readonly actions?: ReactNode }): ReactElement {
  return (
    <header className={c('listHead')}>
      <div className={c('listWords')}>
        <h1 className={c('title')}>
          {title}
          {count ? <span className={c('count')}>{count}</span> : null}
        </h1>
        {subtitle ? <p className={c('subtitle')}>{subtitle}</p> : null}
      </div>
      <div className={c('room')} />
      {actions}
    </header>
  );
}

/** The 45 px strip between a list's header and its rows: tabs left, search right. */
export function ListBar({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }): ReactElement {
  return <div className={c('bar')}>{children}<div className={c('room')} />{end}</div>;
}

/** A screen: header on top, the rest below it scrolls by itself. */
export function Screen({ header, children }: { readonly header: ReactNode; readonly children: ReactNode }): ReactElement {
  return <div className={c('screen')}>{header}{children}</div>;
}

/** The scrolling page with its gutter. `narrow` keeps lines readable on review pages. */
export function Page({ children, narrow = false }: { readonly children: ReactNode; readonly narrow?: boolean }): ReactElement {
  return <div className={c('page')}><div className={c(narrow && 'narrow')}>{children}</div></div>;
}

/** Props of {@link InspectorLayout}. */
export type InspectorLayoutProps = {
  readonly children: ReactNode;
  /** Null while there is nothing beside the content; the content stays as it is when something comes. */
  readonly inspector: ReactNode;
  /** Sticks to the inspector's foot: the one button and what belongs to it. */
  readonly foot?: ReactNode;
  readonly label: string;
  /** Money screens keep it; elsewhere it hides with [ and comes back with ]. */
  readonly always?: boolean;
};

/** Content at the left, a sunken inspector at the right: money, evidence, timeline. */
export function InspectorLayout({ children, inspector, foot, label, always = false }: InspectorLayoutProps): ReactElement {
  const wanted = useUi((ui) => ui.inspector) || always;
  const open = wanted && inspector !== null;
  useKey('inspector-in', () => setUi({ inspector: false }), !always);
  useKey('inspector-out', () => setUi({ inspector: true }), !always);
  return (
    <div className={c('split')}>
      <div className={c('main')}>{children}</div>
      {open ? (
        <aside className={c('inspector')} aria-label={label} data-region="inspector" tabIndex={-1}>
          <div className={c('inspectorBody')}>{inspector}</div>
          {foot ? <div className={c('inspectorFoot')}>{foot}</div> : null}
        </aside>
      ) : null}
    </div>
  );
}

/** A part of the inspector, with a line above all but the first. */
export function InspectorPart({ title, end, children }: { readonly title?: string; readonly end?: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <section className={c('part')}>
      {title ? <div className={c('partHead')}><h2>{title}</h2>{end}</div> : null}
      {children}
    </section>
  );
}

/** A section of a form page, full width with a line below: "From", "To", "Amount". */
export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return <section className={c('section')}><h2 className={c('sectionTitle')}>{title}</h2>{children}</section>;
}

/** A card with a head line; rows inside are {@link CardRow}. `note` stands right in the head. */
export function Card({ title, mark, note, children }: { readonly title?: string; readonly mark?: ReactNode; readonly note?: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <section className={c('card')} data-card="">
      {title ? <div className={c('cardHead')}><h2>{title}</h2>{mark}<div className={c('room')} />{note ? <span className={c('cardNote')}>{note}</span> : null}</div> : null}
      {children}
    </section>
  );
}

/** One row of a card, with a line above it. */
export function CardRow({ children, tight = false }: { readonly children: ReactNode; readonly tight?: boolean }): ReactElement {
  return <div className={c('cardRow', tight && 'tight')}>{children}</div>;
}
