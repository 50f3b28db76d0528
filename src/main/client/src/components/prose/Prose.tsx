import { useEffect, useEffectEvent, useRef, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import { copyText } from '@/lib/clipboard';
import { useLocale, useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { classNames } from '@/lib/class-names';
import { prepare } from './prepare';
import '@/styles/prose.css';

interface Props {
  /** What the server rendered and sanitised; it is shown as it is. */
  readonly html: string;
  readonly className?: string | undefined;
}

export function Prose({ html, className }: Props) {
  const text = useText();
  const navigate = useNavigate();
  const root = useRef<HTMLDivElement>(null);
  const locale = useLocale();
  const labelled = useEffectEvent(() => ({
    code: text('prose.code'),
    table: text('prose.table'),
    quotes: text('prose.quotes'),
    copy: text('prose.code.copy'),
    wrap: text('prose.code.wrap'),
    codeTools: text('prose.code.tools'),
  }));
  const copy = useEffectEvent(async (code: string) => {
    notify(text((await copyText(code)) ? 'prose.code.copied' : 'prose.code.copyFailed'));
  });
  useEffect(() => {
    if (root.current) return prepare(root.current, labelled(), (code) => void copy(code));
  }, [html, locale]);

  /** A link to a page of this forum opens like any other of its links, without loading everything anew. */
  const follow = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !opensHere(event, link)) return;
    event.preventDefault();
    void navigate(link.pathname + link.search + link.hash);
  };
  return (
    <div
      ref={root}
      dir="auto"
      className={classNames('prose', className)}
      onClick={follow}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

function opensHere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const inside = link.origin === window.location.origin && !link.pathname.startsWith('/api/');
  const footnote = link.hash !== '' && link.pathname === window.location.pathname;
  return inside && !modified && !footnote && event.button === 0 && link.target !== '_blank';
}
