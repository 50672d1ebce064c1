import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { t } from '../text.ts';
import { Button, IconButton } from './button.tsx';

/** Copies a text; says so for two seconds. With `children` it carries words, else it is an icon named by `label`. */
export function CopyButton({ text, label, size = 'small', children }: { readonly text: string; readonly label: string; readonly size?: 'small' | 'medium'; readonly children?: string }): ReactElement {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  };
  const icon = copied ? Check : Copy;
  if (!children) return <IconButton icon={icon} label={copied ? t('Copied') : label} onPress={copy} />;
  return <Button size={size} icon={icon} label={copied ? t('Copied') : label} onPress={copy}>{copied ? t('Copied') : children}</Button>;
}
