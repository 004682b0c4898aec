import { Button, Checkbox, Popover } from '@mantine/core';
import { useWords } from '../i18n';

interface CheckMenuProps {
  /** What is chosen from: 状态, 类别. */
  label: string;
  choices: readonly { value: string; label: string }[];
  /** Ticked ones; none means all. */
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Several of a list for a filter: opened, walked and ticked by keyboard. */
export function CheckMenu({ label, choices, value, onChange }: CheckMenuProps) {
  const { t } = useWords();
  const ticked = choices.filter((c) => value.includes(c.value));
  const [first] = ticked;
  const summary =
    ticked.length === 0
      ? t('book:screen.all')
      : ticked.length === 1 && first
        ? first.label
        : t('book:screen.chosen', { n: ticked.length });
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant={ticked.length > 0 ? 'light' : 'default'} aria-haspopup="dialog">
          {t('book:screen.filterOf', { label, summary })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className="check-menu" aria-label={label}>
          {choices.map((choice) => (
            <Checkbox
              key={choice.value}
              label={choice.label}
              checked={value.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...value, choice.value]
                    : value.filter((other) => other !== choice.value),
                )
              }
            />
          ))}
          <Button variant="subtle" disabled={ticked.length === 0} onClick={() => onChange([])}>
            {t('book:action.clearFilter')}
          </Button>
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
