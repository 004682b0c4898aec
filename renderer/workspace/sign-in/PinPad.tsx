import { Button } from '@mantine/core';

interface PinPadProps {
  value: string;
  onChange: (value: string) => void;
  /** After each press, so the keyboard can go on in the field. */
  onPressed: () => void;
}

/** Digits for a finger or a mouse. The keyboard never needs them, so Tab passes by. */
export function PinPad({ value, onChange, onPressed }: PinPadProps) {
  const press = (next: string) => {
    onChange(next);
    onPressed();
  };
  return (
    <div className="pin-pad">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <Button key={digit} variant="default" tabIndex={-1} onClick={() => press(value + digit)}>
          {digit}
        </Button>
      ))}
      <Button variant="subtle" color="gray" tabIndex={-1} aria-label="C" onClick={() => press('')}>
        C
      </Button>
      <Button variant="default" tabIndex={-1} onClick={() => press(`${value}0`)}>
        0
      </Button>
      <Button
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label="⌫"
        onClick={() => press(value.slice(0, -1))}
      >
        ⌫
      </Button>
    </div>
  );
}
