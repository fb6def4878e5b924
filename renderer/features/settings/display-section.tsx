import { SegmentedControl, Stack, Text } from '@mantine/core';
import { saveDisplayPreferences, useDisplayPreferences } from '@renderer/platform/display-preferences';
import { Section } from './section';

/** Only for this computer: text size and the row height tables start with. */
export function DisplaySection() {
  const preferences = useDisplayPreferences();
  return (
    <Section title="显示" intro="只影响这台电脑，不影响台账和报表，选择后立即生效。">
      <Stack gap="lg" align="flex-start">
        <div>
          <Text fw={600} mb={4} id="text-size">
            字号
          </Text>
          <SegmentedControl
            aria-labelledby="text-size"
            value={preferences.textSize}
            onChange={(textSize) => saveDisplayPreferences({ textSize })}
            data={[
              { value: 'normal', label: '标准' },
              { value: 'large', label: '大字' },
            ]}
          />
          <Text c="dimmed" mt={4}>
            大字把全部文字放大约五分之一，适合看屏吃力或投影时使用。
          </Text>
        </div>
        <div>
          <Text fw={600} mb={4} id="density">
            表格行高
          </Text>
          <SegmentedControl
            aria-labelledby="density"
            value={preferences.density}
            onChange={(density) => saveDisplayPreferences({ density })}
            data={[
              { value: 'compact', label: '紧凑' },
              { value: 'normal', label: '标准' },
              { value: 'roomy', label: '宽松' },
            ]}
          />
          <Text c="dimmed" mt={4}>
            台账表格打开时的行高；在表格上方也可以临时调整。
          </Text>
        </div>
      </Stack>
    </Section>
  );
}
