import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Input } from '../../../shared/api';
import { KEY_NEEDS } from '../../../shared/registers/keys';
import { KEY_COLUMNS } from '../../../shared/registers/keys.columns';
import { KEY_CATEGORIES, KEY_STATES, type KeyLine } from '../../../shared/registers/keys.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOp, useOpPages } from '../../queries';
import { KEYS } from './books';
import { CabinetBoard } from './CabinetBoard';
import { mayKeep } from './may-keep';
import { QuickAddKey } from './QuickAddKey';
import { KEY_TONES } from './tones';

/** 台账 (S03): every key by number, or the cabinets hook by hook. */
export function InventoryBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const cabinets = useOp('keys.cabinets', {}).data ?? [];
  const [board, setBoard] = useState(false);
  const toBoard = useRef<HTMLButtonElement>(null);
  const [cabinetId] = ticked(
    filter.picks.cabinetId,
    cabinets.map((cabinet) => cabinet.id),
  ) ?? [null];
  const asked: Input<'keys.list'>['filter'] = {
    need: needOf(filter, KEY_NEEDS),
    states: ticked(filter.states, KEY_STATES),
    categories: ticked(filter.picks.categories, KEY_CATEGORIES),
    cabinetId: cabinetId ?? null,
    search: textsOf(filter).search,
  };
  const list = useOpPages('keys.list', { filter: asked, limit: 100 });
  if (board)
    return (
      <CabinetBoard
        desk={desk}
        cabinets={cabinets}
        onOpen={onOpen}
        onClose={() => {
          setBoard(false);
          requestAnimationFrame(() => toBoard.current?.focus());
        }}
      />
    );
  return (
    <>
      {desk.may('keys.manage') && mayKeep(desk.actor) ? <QuickAddKey place={strip} onBack={onBack} /> : null}
      <BookList<KeyLine>
        book={KEYS}
        desk={desk}
        list={list}
        columns={KEY_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: KEY_STATES,
          byDay: false,
          selects: [
            {
              name: 'categories',
              label: t(fieldLabel(KEYS, 'category')),
              choices: KEY_CATEGORIES.map((code) => ({ value: code, label: t(`keys:category.${code}`) })),
            },
            {
              name: 'cabinetId',
              label: t(fieldLabel(KEYS, 'cabinetId')),
              choices: cabinets.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'keys.export', register: 'keys', filter: asked }}
        prints={{ permit: 'keys.print', now: ['F05'], blank: ['F05', 'F07', 'F08', 'F15'] }}
        actions={
          <Button ref={toBoard} variant="default" onClick={() => setBoard(true)}>
            {t('keys:screen.board')}
          </Button>
        }
      />
    </>
  );
}

const RENDER = {
  keyNo: (row: KeyLine) => (
    <StateCell
      book={KEYS}
      row={{ ...row, serialNo: row.keyNo }}
      tone={row.withoutMandate ? 'late' : KEY_TONES[row.state]}
    />
  ),
};
