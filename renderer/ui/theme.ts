import { Button, createTheme, Input, Modal, Select, Tooltip } from '@mantine/core';

/**
 * Mantine's side of the look. Colours are static variables in tokens.css (`blue` is our ink, `red` our seal), because the
 * page's CSP allows no <style> element made at run time. Sizes: 14 px text, 32 px rows and fields.
 */
export const theme = createTheme({
  fontFamily: 'var(--font-sans)',
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 'xs',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { size }) => ({
        root: size === 'sm' ? { '--button-height': '32px', '--button-padding-x': '12px' } : {},
      }),
    }),
    ActionIcon: { defaultProps: { variant: 'subtle', size: 32, color: 'gray' } },
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: () => ({ wrapper: { '--input-height': '32px', '--input-fz': '14px' } }),
    }),
    Checkbox: { defaultProps: { size: 'sm' } },
    Modal: Modal.extend({
      // RemoveScroll would write a <style> element; the desk does not scroll behind a dialog anyway.
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 0 },
        padding: 'md',
        overlayProps: { backgroundOpacity: 0.35 },
      },
    }),
    Select: Select.extend({ defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 500, transitionProps: { duration: 0 } } }),
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});
