import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { AnchorFile } from '../../shared/audit/read-anchors.ts';
import { ANCHOR_PREFIX } from '../../shared/domain/history/anchor.ts';

/** Enough to read seven years of days in seconds, few enough that S3 does not ask us to slow down. */
const AT_ONCE = 16;

type Version = { versionId: string; writtenAt: string };

/**
 * The anchors of a bucket, each in its first version: that is the one that nobody could change. A later version or a
 * mark of deletion hides it from a plain read, not from this one.
 */
export async function anchorBucket(
  files: S3Client,
  bucket: string,
  progress: (done: number, all: number) => void,
): Promise<AnchorFile[]> {
  const { firsts, changed } = await listVersions(files, bucket);
  const anchors: AnchorFile[] = [];
  const waiting = [...firsts];
  const readSome = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [key, { versionId, writtenAt }] = next;
      const { Body } = await files.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
      const text = (await Body?.transformToString()) ?? '';
      anchors.push({ key, text, writtenAt, isChangedLater: changed.has(key) });
      progress(anchors.length, firsts.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readSome));
  return anchors;
}

/** S3 lists the versions of a key with the newest first: the last one that it names is the first that was written. */
async function listVersions(
  files: S3Client,
  bucket: string,
): Promise<{ firsts: Map<string, Version>; changed: Set<string> }> {
  const firsts = new Map<string, Version>();
  const changed = new Set<string>();
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await files.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: ANCHOR_PREFIX,
        KeyMarker: page?.NextKeyMarker,
        VersionIdMarker: page?.NextVersionIdMarker,
      }),
    );
    for (const { Key = '', VersionId = '', LastModified } of page.Versions ?? []) {
      if (firsts.has(Key)) changed.add(Key);
      firsts.set(Key, { versionId: VersionId, writtenAt: LastModified?.toISOString() ?? '' });
    }
    for (const { Key = '' } of page.DeleteMarkers ?? []) changed.add(Key);
  } while (page.IsTruncated === true);
  return { firsts, changed };
}
