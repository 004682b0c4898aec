import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Output } from '../shared/api';
import type { Result } from '../shared/result';
import { fitCells } from './ui/paper/fit';
import { Pages } from './ui/paper/Pages';
import './ui/paper/print-window.css';

/**
 * The hidden print window (architecture.md §3.8): asks main for its pages, draws them, waits for the fonts, looks whether
 * everything fits, and says so. It prints nothing itself and can do nothing else.
 */
async function draw(): Promise<void> {
  const page = (await window.deskbook.op('prints.page', {})) as Result<Output<'prints.page'>>;
  if (!page.ok) throw new Error(`prints.page: ${page.error.kind}`);
  document.documentElement.lang = page.data.lang;
  const root = document.getElementById('root')!;
  flushSync(() => createRoot(root).render(<Pages job={page.data} />));
  // Faces load when text needs them: layout first, then the fonts it asked for.
  root.getBoundingClientRect();
  await document.fonts.ready;
  const overflows = fitCells(root);
  await window.deskbook.op('prints.ready', { pages: root.childElementCount, overflows });
}

void draw();
