import { Section } from '../section';
import { HabitsBlock } from './habits-block';
import { LogBlock } from './log-block';
import { UpdateBlock } from './update-block';

/** 桌面程序: what the program does by itself, its new versions, its log. */
export function ProgramSection() {
  return (
    <Section title="桌面程序" intro="只影响这台电脑上的程序，不影响台账。">
      <HabitsBlock />
      <UpdateBlock />
      <LogBlock />
    </Section>
  );
}
