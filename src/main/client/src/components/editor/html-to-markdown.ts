import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { styleOf } from './style-of';

/** Formatted text, as it comes from the clipboard, in the Markdown that gives the same. */
export function toMarkdown(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return converter().turndown(body).trim();
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
    // Between lines that a page breaks; two spaces at a line's end would be seen by nobody.
    br: '',
  });
  service.use(gfm);
  service.remove(['script', 'style', 'title', 'meta', 'noscript', 'button']);
  const escape = service.escape.bind(service);
  // An address means itself: an escaped underscore would be a part of it.
  service.escape = (text) =>
    text
      .split(/(https?:\/\/\S+)/)
      .map((part, index) => (index % 2 === 1 ? part : escape(part)))
      .join('');
  service.addRule('item', {
    filter: 'li',
    replacement: (content, node, { bulletListMarker }) => {
      const list = node.parentElement;
      const start = Number(list?.getAttribute('start') ?? 1);
      const index = list ? Array.prototype.indexOf.call(list.children, node) : 0;
      const mark = list?.nodeName === 'OL' ? `${start + index}. ` : `${bulletListMarker ?? '-'} `;
      const lines = content.trim().split('\n');
      const indent = ' '.repeat(mark.length);
      const text = lines.map((line, at) => (at > 0 && line !== '' ? indent + line : line));
      return `${mark}${text.join('\n')}${node.nextSibling ? '\n' : ''}`;
    },
  });
  // Word processors say by style what others say by element, and wrap all in a bold that is none.
  service.addRule('styled', {
    filter: (node) =>
      /^(B|STRONG|I|EM|SPAN)$/.test(node.nodeName) && node.getAttribute('style') !== null,
    replacement: (content, node) => styled(content, node),
  });
  service.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => picture(node),
  });
  service.addRule('mention', {
    filter: (node) => node.nodeName === 'A' && /^@[\p{L}\p{N}_-]+$/u.test(node.textContent),
    replacement: (_, node) => node.textContent,
  });
  return service;
}

function styled(content: string, element: Element): string {
  if (content.trim() === '') return content;
  const fontWeight = styleOf(element, 'font-weight');
  const fontStyle = styleOf(element, 'font-style');
  const isBold = /^(B|STRONG)$/.test(element.nodeName)
    ? !/^(normal|[1-5]00)$/.test(fontWeight)
    : /^(bold|bolder|[6-9]00)$/.test(fontWeight);
  const isItalic = /^(I|EM)$/.test(element.nodeName)
    ? fontStyle !== 'normal'
    : fontStyle === 'italic';
  const mark = (isBold ? '**' : '') + (isItalic ? '*' : '');
  if (mark === '' || content.includes('\n\n')) return content;
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(content) ?? [];
  return before + mark + text + mark + after;
}

/** A picture that is in the clipboard itself has no address that others could open. */
function picture(image: HTMLElement): string {
  const address = image.getAttribute('src') ?? '';
  const label = image.getAttribute('alt') ?? '';
  return /^https?:/i.test(address) ? `![${label}](${address})` : label;
}
