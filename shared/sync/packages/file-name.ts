import { chinaDayOf } from '@shared/lib/day';
import { type PackageHeader, packageExtension } from './package-file';

export const packageKindLabels: Readonly<Record<PackageHeader['kind'], string>> = {
  report: '上报包',
  receipt: '回执包',
  seed: '首次数据包',
};

/** 上报包_东溪镇_第7号_2026-03-02.lxbao, without what Windows does not allow in names. */
export function packageFileName({
  kind,
  placeName,
  number,
  madeAt,
}: Pick<PackageHeader, 'kind' | 'placeName' | 'number' | 'madeAt'>): string {
  const place = placeName.replace(/[\\/:*?"<>|\s]/g, '');
  return `${packageKindLabels[kind]}_${place}_第${number}号_${chinaDayOf(madeAt)}.${packageExtension}`;
}
