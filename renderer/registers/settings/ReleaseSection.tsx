import { Checkbox } from '@mantine/core';
import { APPROVER_ROLES } from '../../../shared/registers/goods-releases.row';
import { useWords } from '../../i18n';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { linesOf } from './editors';
import { SettingForm } from './SettingForm';

/** How release slips are issued here: until when, who approves, gates, stamp, common goods (`名称 单位` a line). */
export function ReleaseSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="release"
      typedOf={(value) => ({
        ...value,
        slipBackDays: String(value.slipBackDays),
        gates: value.gates.join('\n'),
        goods: value.goods.map(({ name, unit }) => `${name} ${unit}`).join('\n'),
      })}
      valueOf={(typed) => ({
        ...typed,
        dayEndsAt: typed.dayEndsAt.trim(),
        slipBackDays: countTyped(typed.slipBackDays),
        gates: linesOf(typed.gates),
        goods: linesOf(typed.goods).map(goodsLine),
      })}
    >
      {(typed, set) => (
        <>
          <div className="fields">
            <TextField
              label={t('goods-releases:settings.dayEndsAt')}
              name="value.dayEndsAt"
              placeholder="24:00"
              required
              value={typed.dayEndsAt}
              onChange={(dayEndsAt) => set({ dayEndsAt })}
            />
            <CountField
              label={t('goods-releases:settings.slipBackDays')}
              name="value.slipBackDays"
              unit={t('core:settings.limits.unit.days')}
              hint={t('core:settings.limits.range', { min: 1, max: 60 })}
              value={typed.slipBackDays}
              onChange={(slipBackDays) => set({ slipBackDays })}
            />
            <TextField
              label={t('goods-releases:settings.stampText')}
              name="value.stampText"
              max={30}
              required
              value={typed.stampText}
              onChange={(stampText) => set({ stampText })}
            />
          </div>
          <Checkbox.Group
            label={t('goods-releases:settings.approvers')}
            value={typed.approvers}
            onChange={(chosen) => set({ approvers: APPROVER_ROLES.filter((role) => chosen.includes(role)) })}
          >
            <div className="row">
              {APPROVER_ROLES.map((role) => (
                <Checkbox key={role} value={role} label={t(`core:role.${role}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <TextField
            label={t('goods-releases:settings.arrearsText')}
            name="value.arrearsText"
            max={120}
            lines={2}
            required
            value={typed.arrearsText}
            onChange={(arrearsText) => set({ arrearsText })}
          />
          <TextField
            label={t('goods-releases:settings.gates')}
            name="value.gates"
            lines={3}
            list
            hint={t('core:settings.onePerLine')}
            value={typed.gates}
            onChange={(gates) => set({ gates })}
          />
          <TextField
            label={t('goods-releases:settings.goods')}
            name="value.goods"
            lines={8}
            list
            hint={t('goods-releases:settings.goodsHint')}
            value={typed.goods}
            onChange={(goods) => set({ goods })}
          />
        </>
      )}
    </SettingForm>
  );
}

/** `沙发 张`: what stands last is the counting word; without one the usual. */
function goodsLine(line: string): { name: string; unit: string } {
  const [, name = line, unit = '件'] = /^(.*\S)\s+(\S{1,6})$/.exec(line.trim()) ?? [];
  return { name, unit };
}
