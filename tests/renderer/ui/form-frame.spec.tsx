// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../../renderer/ui/Dialog';
import { useDraft } from '../../../renderer/ui/drafts';
import { FormFrame, type SaveHow } from '../../../renderer/ui/FormFrame';
import { SuggestField } from '../../../renderer/ui/fields/SuggestField';
import { TextField } from '../../../renderer/ui/fields/TextField';
import type { OpError } from '../../../shared/result';
import { bridge, show } from '../support';

beforeEach(() => {
  bridge({});
});

interface FormProps {
  onSave: (how: SaveHow, values: { name: string; place: string; note: string }) => void;
  onBack?: () => void;
  error?: OpError | null;
}
function Form({ onSave, onBack, error }: FormProps) {
  const { values, set } = useDraft('test', { name: '', place: '', note: '' });
  return (
    <FormFrame
      label="登记"
      onSave={(how) => onSave(how, values)}
      onBack={() => onBack?.()}
      error={error ?? null}
      saveAndNew
      saveAndPrint
      autoFocus
    >
      <TextField label="名称" name="name" value={values.name} onChange={(name) => set({ name })} />
      <SuggestField
        label="地点"
        name="place"
        value={values.place}
        onChange={(place) => set({ place })}
        suggestions={[
          { value: 'A座大堂', hint: '12 次' },
          { value: 'A座电梯厅', hint: null },
        ]}
      />
      <TextField label="备注" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} />
    </FormFrame>
  );
}
/** The input itself: a list of suggestions carries the same label. */
const field = (label: string) => screen.getByLabelText(label, { selector: 'input, textarea' });

describe('the frame of every form', () => {
  it('leaves the focus where the clerk went while the dialog was opening', async () => {
    show(
      <Dialog title="登记" opened onClose={() => undefined}>
        <Form onSave={() => undefined} />
      </Dialog>,
    );
    expect(document.activeElement).toBe(field('名称'));
    act(() => field('备注').focus());
    // The dialog's focus trap looks for its mark by timers.
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
    expect(document.activeElement).toBe(field('备注'));
  });

  it('walks from field to field with Enter and saves only by a press on the button', async () => {
    const onSave = vi.fn();
    show(<Form onSave={onSave} />);
    expect(document.activeElement).toBe(field('名称'));
    await userEvent.keyboard('雨伞{Enter}');
    expect(document.activeElement).toBe(field('地点'));
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('备注'));
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '保存' }));
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onSave).toHaveBeenCalledExactlyOnceWith('save', { name: '雨伞', place: '', note: '' });
  });

  it('does nothing while an input method composes', () => {
    const onSave = vi.fn();
    const onBack = vi.fn();
    show(<Form onSave={onSave} onBack={onBack} />);
    const name = field('名称');
    name.focus();
    fireEvent.compositionStart(name);
    for (const key of ['Enter', 'Escape']) {
      fireEvent.keyDown(name, { key, isComposing: true });
      // The key that ends a composition comes as 229 with isComposing already false.
      fireEvent.keyDown(name, { key, keyCode: 229 });
    }
    fireEvent.keyDown(name, { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(name, { key: 'p', ctrlKey: true, keyCode: 229 });
    expect(document.activeElement).toBe(name);
    expect(onSave).not.toHaveBeenCalled();
    expect(onBack).not.toHaveBeenCalled();
    fireEvent.compositionEnd(name);
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(document.activeElement).toBe(field('地点'));
  });

  it('saves and goes on by Ctrl+Enter, prints by Ctrl+P', async () => {
    const onSave = vi.fn();
    show(<Form onSave={onSave} />);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await userEvent.keyboard('{Control>}p{/Control}');
    expect(onSave.mock.calls.map(([how]) => how)).toEqual(['new', 'print']);
  });

  it('goes back by Esc and finds the text again', async () => {
    function Twice() {
      const [open, setOpen] = useState(true);
      return open ? (
        <Form onSave={() => undefined} onBack={() => setOpen(false)} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          再开
        </button>
      );
    }
    show(<Twice />);
    await userEvent.keyboard('黑色雨伞{Escape}');
    await userEvent.click(screen.getByRole('button', { name: '再开' }));
    expect(field('名称')).toHaveProperty('value', '黑色雨伞');
  });

  it('marks the field the door refused, keeps its text and forgets the mark when the clerk types on', async () => {
    const error: OpError = { kind: 'invalid', fields: { note: { code: 'text.long' } } };
    show(<Form onSave={() => undefined} error={error} />);
    const note = field('备注');
    expect(note.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('内容太长，请缩短。');
    await userEvent.type(note, '短');
    expect(note.getAttribute('aria-invalid')).not.toBe('true');
    expect(note).toHaveProperty('value', '短');
  });

  it('accepts a suggestion with Tab and never with a plain Enter', async () => {
    show(<Form onSave={() => undefined} />);
    const place = field('地点');
    await userEvent.type(place, 'A座');
    await userEvent.keyboard('{Enter}');
    expect(place).toHaveProperty('value', 'A座');
    expect(document.activeElement).toBe(field('备注'));
    await userEvent.clear(place);
    await userEvent.type(place, 'A座');
    await userEvent.keyboard('{Tab}');
    expect(place).toHaveProperty('value', 'A座大堂');
  });
});
