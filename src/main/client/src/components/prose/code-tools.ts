import { storage } from '@/lib/storage';
import type { Labels } from './prepare';

/** Whether long lines are wrapped: chosen once, for every block. */
const KEY = 'parley.code.wrap';

/** Gives each block of code its language's name, a switch that wraps its lines, and a button that copies it. */
export function addTools(
  blocks: Iterable<HTMLElement>,
  labels: Labels,
  onCopy: (code: string) => void,
  stop: AbortSignal,
): void {
  for (const code of blocks) {
    const block = code.parentElement;
    if (!(block instanceof HTMLPreElement)) continue;
    const box = boxOf(block);
    box.querySelector(':scope > .code-tools')?.remove();
    box.append(tools(block, code, labels, onCopy, stop));
  }
}

/** The tools stand beside what scrolls, not in it. */
function boxOf(block: HTMLPreElement): HTMLElement {
  const around = block.parentElement;
  if (around?.className === 'code-box') return around;
  const box = document.createElement('div');
  box.className = 'code-box';
  block.replaceWith(box);
  box.append(block);
  return box;
}

function tools(
  block: HTMLPreElement,
  code: HTMLElement,
  labels: Labels,
  onCopy: (code: string) => void,
  stop: AbortSignal,
): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'code-tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', labels.codeTools);
  const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1];
  if (language !== undefined) {
    const name = document.createElement('span');
    name.textContent = language;
    bar.append(name);
  }
  const wrap = button(labels.wrap);
  const setWrapped = (wrapped: boolean) => {
    block.classList.toggle('wrapped', wrapped);
    wrap.setAttribute('aria-pressed', String(wrapped));
  };
  setWrapped(storage.read(KEY) === 'yes');
  wrap.addEventListener(
    'click',
    () => {
      const wrapped = !block.classList.contains('wrapped');
      storage.write(KEY, wrapped ? 'yes' : 'no');
      setWrapped(wrapped);
    },
    { signal: stop },
  );
  const copy = button(labels.copy);
  copy.addEventListener('click', () => onCopy(code.textContent), { signal: stop });
  bar.append(wrap, copy);
  return bar;
}

function button(label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  return made;
}
