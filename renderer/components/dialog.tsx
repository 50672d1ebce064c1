import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { t } from '../text.ts';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';
import { names } from './names.ts';

const c = names(css);

/** Props of {@link Dialog} and {@link Sheet}. */
export type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the way back first, the primary last. */
  readonly foot?: ReactNode;
  /** 420, 524, 640 or 860 px; dialogs only. */
  readonly width?: 'small' | 'medium' | 'large' | 'wide';
  /** A decision that may not be clicked away: only a button or Esc closes it. */
  readonly stays?: boolean;
  /** alertdialog for confirming something that can't be undone. */
  readonly alert?: boolean;
};

/** A decision over the page. At most one is open; its primary button takes over from the page's. The title bar stays in reach. */
export function Dialog(props: DialogProps): ReactElement {
  const { open, onClose, width = 'medium', stays = false, alert = false } = props;
  return (
    <ModalOverlay className={c('overlay')} isOpen={open} onOpenChange={(next) => { if (!next) onClose(); }} isDismissable={!stays}>
      <Modal className={c('modal', width)}>
        <AriaDialog className={c('dialog')} role={alert ? 'alertdialog' : 'dialog'}>
          <Inner {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A side task that keeps the page: 480 wide, from the right. */
export function Sheet(props: Omit<DialogProps, 'width' | 'alert'>): ReactElement {
  const { open, onClose, stays = false } = props;
  return (
    <ModalOverlay className={c('overlay', 'sheetOverlay')} isOpen={open} onOpenChange={(next) => { if (!next) onClose(); }} isDismissable={!stays}>
      <Modal className={c('sheet')}>
        <AriaDialog className={c('dialog', 'tall')}>
          <Inner {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Inner({ title, subtitle, children, foot, onClose }: DialogProps): ReactElement {
  return (
    <>
      <div className={c('head')}>
        <div>
          <Heading slot="title" className={c('title')}>{title}</Heading>
          {subtitle ? <p className={c('subtitle')}>{subtitle}</p> : null}
        </div>
        <IconButton icon={X} label={t('Close')} onPress={onClose} />
      </div>
      {children ? <div className={c('body')}>{children}</div> : null}
      {foot ? <div className={c('foot')}>{foot}</div> : null}
    </>
  );
}
