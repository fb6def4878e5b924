import { Spotlight } from '@mantine/spotlight';
import { Icon, type IconName } from '@renderer/components/icons';
import { useObservable, useRegister } from '@renderer/data/react';
import { type SearchIndex, searchIndexOf } from '@renderer/features/ledger/search/search-index';
import { saveDisplayPreferences, useDisplayPreferences } from '@renderer/platform/display-preferences';
import { useSyncPart } from '@renderer/sync/status/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { administers } from '@shared/sync/access';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import {
  type FoundRecord,
  findPlaces,
  findRecords,
  type SearchedTable,
  searchedTables,
} from './find-commands';
import { isOpenTo, type OpenPlace } from './places';

interface CommandBoxProps {
  readonly onShowKeys: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

interface Command {
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
}

function useCommands({ onShowKeys, onUndo, onRedo }: CommandBoxProps): Command[] {
  const { textSize } = useDisplayPreferences();
  const next = textSize === 'large' ? 'normal' : 'large';
  return [
    { label: '撤销上一步', icon: 'undo', run: onUndo },
    { label: '重做', icon: 'redo', run: onRedo },
    {
      label: next === 'large' ? '换成大字' : '换回标准字号',
      icon: 'settings',
      run: () => saveDisplayPreferences({ textSize: next }),
    },
    { label: '键盘操作', icon: 'help', run: onShowKeys },
  ];
}

/** Subscribes to one index, so that pinyin hits appear as soon as it has been read. */
function useIndex(table: SearchedTable): SearchIndex {
  const index = searchIndexOf(useRegister(), table);
  useObservable(index.version);
  return index;
}

function useFoundRecords(query: string): FoundRecord[] {
  const register = useRegister();
  const indexes: Readonly<Record<SearchedTable, SearchIndex>> = {
    units: useIndex('units'),
    partyOrgs: useIndex('partyOrgs'),
    people: useIndex('people'),
    instructors: useIndex('instructors'),
    partyRooms: useIndex('partyRooms'),
  };
  return findRecords(register, (table) => indexes[table], query);
}

function RecordGroups({ records }: { readonly records: readonly FoundRecord[] }) {
  const navigate = useNavigate();
  const open = ({ table, id }: FoundRecord) => {
    const going =
      table === 'units'
        ? navigate({ to: '/ledger/units/$unitId', params: { unitId: id } })
        : navigate({ to: '/ledger/$table', params: { table }, search: { record: id } });
    going.catch(() => {});
  };
  return searchedTables.map(({ table, word }) => {
    const hits = records.filter((record) => record.table === table);
    return (
      hits.length > 0 && (
        <Spotlight.ActionsGroup key={table} label={word}>
          {hits.map((hit) => (
            <Spotlight.Action
              key={hit.id}
              label={hit.name}
              leftSection={<Icon name={hit.icon} />}
              onClick={() => open(hit)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )
    );
  });
}

/** Pages that match and that this person may open. */
function useFoundPlaces(query: string): OpenPlace[] {
  const me = useSyncPart((status) => status.me);
  const isWriter = useMayWrite('units');
  const isKeeper = me !== null && administers(me.role);
  return findPlaces(query).filter((place) => isOpenTo(place, { isKeeper, isWriter }));
}

function PlaceGroup({ places }: { readonly places: readonly OpenPlace[] }) {
  const navigate = useNavigate();
  if (places.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label="页面">
      {places.map((place) => (
        <Spotlight.Action
          key={place.label}
          label={place.groupLabel === null ? place.label : `${place.groupLabel} · ${place.label}`}
          leftSection={<Icon name={place.icon} />}
          onClick={() => {
            navigate(place.link).catch(() => {});
          }}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function CommandGroup({ commands }: { readonly commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label="操作">
      {commands.map((command) => (
        <Spotlight.Action
          key={command.label}
          label={command.label}
          leftSection={<Icon name={command.icon} />}
          onClick={command.run}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

interface ResultsProps {
  readonly query: string;
  readonly commands: readonly Command[];
}

/** Only while something is typed: the indexes are built, and pinyin is loaded, the first time. */
function FoundResults({ query, commands }: ResultsProps) {
  const records = useFoundRecords(query);
  const places = useFoundPlaces(query);
  const named = commands.filter((command) => command.label.includes(query));
  return (
    <>
      <RecordGroups records={records} />
      <PlaceGroup places={places} />
      <CommandGroup commands={named} />
      {records.length + places.length + named.length === 0 && (
        <Spotlight.Empty>没有找到。可以输入名称的一部分，或拼音首字母。</Spotlight.Empty>
      )}
    </>
  );
}

/** Before anything is typed: every page and every action. */
function AllResults({ commands }: Pick<ResultsProps, 'commands'>) {
  return (
    <>
      <PlaceGroup places={useFoundPlaces('')} />
      <CommandGroup commands={commands} />
    </>
  );
}

/** Ctrl+K, Ctrl+F: go anywhere, find anybody, do anything. */
export function CommandBox(props: CommandBoxProps) {
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query).trim();
  const commands = useCommands(props);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      centered={false}
      yOffset="4rem"
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      attributes={{ content: { 'aria-label': '查找' } }}
    >
      <Spotlight.Search
        placeholder="单位、党组织、人员：汉字、拼音或首字母；也可输入页面名"
        aria-label="查找"
        leftSection={<Icon name="search" />}
      />
      <Spotlight.ActionsList>
        {wanted === '' ? (
          <AllResults commands={commands} />
        ) : (
          <FoundResults query={wanted} commands={commands} />
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
