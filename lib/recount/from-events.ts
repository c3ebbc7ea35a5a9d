import { Prisma } from '@/lib/db/generated/client';

/** Cases by id, from behind one up to and with another; null: no end. */
export interface Slice {
  after: string | null;
  upTo: string | null;
}

/** Cases of the slice; `column`: the id of an appeal. */
export const inSlice = (column: Prisma.Sql, { after, upTo }: Slice): Prisma.Sql =>
  Prisma.sql`(${after === null ? Prisma.sql`TRUE` : Prisma.sql`${column} > ${after}::uuid`}
    AND ${upTo === null ? Prisma.sql`TRUE` : Prisma.sql`${column} <= ${upTo}::uuid`})`;

/**
 * What docs/measures.md says, read a second time: out of the steps alone, with units and imports looked up
 * by the ids events name. Nothing here is shared with lib/measures, so that one mistake is not made twice.
 *
 * A list of common table expressions, the last of them `recounted`: one row for everybody and everything that was
 * due, whenever it counts. Case `id`, number of the `round`, `who` (a Voice, else null), the unit, the origin of the case,
 * when it counts, what was answered, whether that is a yes, what an interviewer heard, whether that would be one,
 * whether the answer came late, whether its round is left out after exclusions, and the milliseconds it took.
 */
export const recountedFromEvents = (slice: Slice, now: Date): Prisma.Sql => Prisma.sql`
  event AS MATERIALIZED (
    SELECT e."appealId" AS id, e.seq, e.verb, e.at, e."actorKind" AS by, e."voiceId" AS voice, e."unitId", e.data,
      e."fromStatus"::text AS was, e."toStatus"::text AS became, e.round,
      coalesce((e.data->>'nextRound')::int, e.round) AS "roundAfter",
      e.data ? 'nextRound' OR e."fromStatus" IS DISTINCT FROM e."toStatus" AS entered,
      e.data->'due' AS due,
      sum((e.data ? 'leadUnitId')::int) OVER earlier AS naming,
      sum((e.data->'due' ? 'dispatch' AND e."toStatus" = 'filed'
        AND (e.data ? 'nextRound' OR e."fromStatus" IS DISTINCT FROM e."toStatus"))::int) OVER earlier AS "deskTurn",
      max(e.seq) FILTER (WHERE e.verb = 'redo' OR e.verb = 'unmerge' AND e.data->>'side' = 'source')
        OVER (PARTITION BY e."appealId", e.round) AS "takenUpSeq"
    FROM "Step" e WHERE ${inSlice(Prisma.sql`e."appealId"`, slice)}
    WINDOW earlier AS (PARTITION BY e."appealId" ORDER BY e.seq)
  ),
  filed AS MATERIALIZED (
    SELECT e.id, e.at, e.by,
      CASE WHEN e.by = 'import' THEN 'imported'
        WHEN e.by = 'person' OR e.data->>'helper' = 'gridWorker' THEN 'forCaller' ELSE 'own' END AS origin
    FROM event e WHERE e.seq = 1 AND e.due IS NOT NULL AND NOT e.data ? 'trial'
      AND (NOT e.data ? 'importId' OR EXISTS (
        SELECT FROM "Import" m WHERE m.id = (e.data->>'importId')::uuid AND m."finishedAt" IS NOT NULL))
  ),
  gathered AS (
    SELECT id, naming, min(seq) AS "fromSeq", min(at) AS "fromAt",
      max("roundAfter") FILTER (WHERE data ? 'leadUnitId') AS round,
      max(data->>'leadUnitId')::uuid AS "unitId",
      coalesce(bool_or((data->>'final')::boolean) FILTER (WHERE data ? 'leadUnitId'), FALSE) AS final,
      min(at) FILTER (WHERE entered AND became = 'accepted') AS "acceptedAt",
      min(at) FILTER (WHERE entered AND became = 'contacted') AS "contactedAt",
      min(at) FILTER (WHERE verb = 'missContact') AS "missedAt",
      array_agg(at ORDER BY seq) FILTER (WHERE verb = 'missContact') AS missed,
      min(at) FILTER (WHERE entered AND became IN ('filed', 'closed')) AS "goneAt",
      bool_or(verb = 'sendBack') AS "sentBack",
      (array_agg(due->>'accept' ORDER BY seq DESC) FILTER (WHERE due ? 'accept'))[1]::timestamptz AS "acceptBy",
      (array_agg(due->>'contact' ORDER BY seq DESC) FILTER (WHERE due ? 'contact'))[1]::timestamptz AS "contactBy",
      (array_agg(due->>'sendBack' ORDER BY seq DESC) FILTER (WHERE due ? 'sendBack'))[1]::timestamptz AS "sendBackBy"
    FROM event WHERE naming > 0 GROUP BY id, naming
  ),
  named AS MATERIALIZED (
    SELECT g.*, coalesce(g."goneAt", lead(g."fromAt") OVER (PARTITION BY g.id ORDER BY g.naming)) AS "untilAt",
      (SELECT min(m) FROM unnest(g.missed) m WHERE m >= g."missedAt" + interval '1 hour') AS "triedAt"
    FROM gathered g
  ),
  cause AS (
    SELECT id, round, at AS "fromAt", "unitId", "nextAt" AS "untilAt" FROM (
      SELECT e.id, e.round, e.at, (e.data->>'ownerUnitId')::uuid AS "unitId", e.data ? 'causeEnds' AS over,
        lead(e.at) OVER (PARTITION BY e.id ORDER BY e.seq) AS "nextAt"
      FROM event e WHERE e.verb = 'placeCause' OR e.data ? 'causeEnds'
        OR e.verb = 'grant' AND e.data->>'kind' = 'cause'
    ) turn WHERE NOT over
  ),
  turned AS (
    SELECT id, round,
      max(seq) FILTER (WHERE verb IN ('resolve', 'answer')) > coalesce(max(seq) FILTER (WHERE verb = 'redo'), 0)
        AS answered,
      (array_agg(data ORDER BY seq DESC) FILTER (WHERE verb IN ('resolve', 'answer')))[1] AS answer,
      max(at) FILTER (WHERE entered AND was = 'resolved' AND verb <> 'redo') AS "ratedAt",
      (array_agg(data ORDER BY seq) FILTER (WHERE data->>'closedAs' = 'concluded'))[1] AS conclusion,
      min(at) FILTER (WHERE data->>'closedAs' = 'concluded') AS "concludedAt",
      max(naming) FILTER (WHERE data->>'closedAs' = 'concluded') AS "concludedNaming",
      bool_or(verb = 'grant' AND data->>'kind' = 'extend') AS extended,
      bool_or(verb = 'sendBack' OR data->>'leadEnds' = 'redispatched') AS "handedOver",
      bool_or(${leadEndsUntold}) AS "handedUntold",
      bool_or(entered AND became = 'parked') AS parked,
      bool_or(seq > 1 AND data ? 'nextRound') AS "goesOn",
      bool_or(seq > 1 AND data ? 'nextRound' AND was = 'closed') AS "comesBack",
      min(at) FILTER (WHERE ${ends} AND seq > coalesce("takenUpSeq", 0)) AS "endAt",
      (array_agg(became = 'resolved' ORDER BY seq)
        FILTER (WHERE ${ends} AND seq > coalesce("takenUpSeq", 0)))[1] AS done
    FROM event GROUP BY id, round
  ),
  begun AS (
    SELECT id, "roundAfter" AS round, min(at) AS "fromAt",
      (array_agg(due->>'promise' ORDER BY seq DESC) FILTER (WHERE due ? 'promise'))[1]::timestamptz AS "promisedBy"
    FROM event GROUP BY id, "roundAfter"
  ),
  round AS MATERIALIZED (
    SELECT t.id, t.round, t."comesBack", t."goesOn", t."concludedAt" IS NOT NULL AS concluded,
      coalesce(t.answered, FALSE) AS answered,
      CASE WHEN t.answered THEN t.answer->>'outcome' END AS outcome,
      CASE WHEN t.answered THEN t.answer->'invited' ELSE t.conclusion->'invited' END AS invited,
      CASE WHEN t.answered THEN (t.answer->>'unitId')::uuid ELSE n."unitId" END AS "unitId",
      CASE WHEN t.answered THEN t."ratedAt" ELSE t."concludedAt" END AS at
    FROM turned t LEFT JOIN named n ON n.id = t.id AND n.naming = t."concludedNaming"
    WHERE t.answered OR t."concludedAt" IS NOT NULL
  ),
  ${mergedPromises},
  promised AS (
    SELECT b.id, b.round, b."fromAt", b."promisedBy" AS by,
      CASE WHEN j.id IS NULL THEN t."endAt" ELSE j.at END AS "endAt",
      CASE WHEN j.id IS NULL THEN t.done OR t."concludedAt" = t."endAt" AND t."endAt" > b."promisedBy"
        ELSE j.done OR j.concluded AND j.at > b."promisedBy" END AS done
    FROM begun b
    LEFT JOIN turned t ON t.id = b.id AND t.round = b.round
    LEFT JOIN joined j ON j.id = b.id AND j.round = b.round
  ),
  desk AS (
    SELECT id, "deskTurn", min(at) AS "fromAt", min("roundAfter") AS round,
      (array_agg(due->>'dispatch' ORDER BY seq DESC) FILTER (WHERE due ? 'dispatch'))[1]::timestamptz AS by,
      (array_agg(at ORDER BY seq) FILTER (WHERE became <> 'filed'))[1] AS "endAt",
      coalesce((array_agg(became IN ('dispatched', 'resolved') ORDER BY seq) FILTER (WHERE became <> 'filed'))[1], FALSE) AS done
    FROM event WHERE "deskTurn" > 0 GROUP BY id, "deskTurn"
  ),
  ${wishes},
  timed AS (
    SELECT 'accept' AS measure, id, round, "unitId", "fromAt", "acceptBy" AS by,
      coalesce("acceptedAt", "untilAt") AS "endAt", "acceptedAt" IS NOT NULL AS done, FALSE AS tried FROM named
    UNION ALL
    SELECT 'response', id, round, "unitId", "fromAt", "contactBy",
      coalesce(least("contactedAt", "triedAt"), "untilAt"), least("contactedAt", "triedAt") IS NOT NULL,
      "triedAt" IS NOT NULL AND ("contactedAt" IS NULL OR "triedAt" < "contactedAt") FROM named
    UNION ALL
    SELECT 'dispatch', id, round, NULL, "fromAt", by, "endAt", done, FALSE FROM desk
    UNION ALL
    SELECT 'promise', id, round, NULL, "fromAt", by, "endAt", done, FALSE FROM promised
    UNION ALL
    SELECT 'decide', id, round, "unitId", "fromAt", by, "endAt", done, FALSE FROM wish
  ),
  kept AS MATERIALIZED (
    SELECT t.measure, t.id, t.round, t."unitId", least(t."endAt", t.by) AS at,
      CASE WHEN t."endAt" IS NULL THEN CASE t.measure WHEN 'response' THEN 'waiting' ELSE 'owed' END
        WHEN t."endAt" > t.by THEN CASE t.measure WHEN 'response' THEN 'late' ELSE 'broken' END
        WHEN t.tried THEN 'tried' WHEN t.measure = 'response' THEN 'met' ELSE 'kept' END AS answer,
      t."endAt" <= t.by AS yes,
      CASE WHEN t.done AND NOT t.tried THEN t."endAt" - t."fromAt" END AS took
    FROM timed t
    WHERE t.by IS NOT NULL AND CASE WHEN t."endAt" IS NULL THEN t.by < ${now} ELSE t.done OR t."endAt" > t.by END
  ),
  holder AS (
    SELECT DISTINCT ON (k.id, k.round) k.id, k.round, h."unitId"
    FROM kept k JOIN (
      SELECT 1 AS rank, id, round, "unitId", "fromAt", "untilAt" FROM cause
      UNION ALL SELECT 2, id, round, "unitId", "fromAt", "untilAt" FROM named
    ) h ON h.id = k.id AND h.round = k.round
    WHERE k.measure = 'promise' AND (h."untilAt" IS NULL OR h."untilAt" >= k.at)
      AND CASE h.rank WHEN 1 THEN h."fromAt" < k.at ELSE h."fromAt" <= k.at END
    ORDER BY k.id, k.round, h.rank, h."fromAt"
  ),
  held AS (
    SELECT k.*, coalesce(k."unitId", h."unitId") AS holder
    FROM kept k LEFT JOIN holder h ON k.measure = 'promise' AND h.id = k.id AND h.round = k.round
  ),
  said AS (
    SELECT id, (data->>'judged')::int AS round, voice, at, data->>'solved' AS solved,
      data->>'result' AS result, data->>'handling' AS handling
    FROM event WHERE verb = 'judge'
  ),
  heard AS (
    SELECT DISTINCT ON (id, data->>'judged', data->>'heardVoiceId') id, (data->>'judged')::int AS round,
      (data->>'heardVoiceId')::uuid AS voice, data->>'solved' AS solved, data->>'result' AS result,
      data->>'handling' AS handling
    FROM event WHERE verb = 'interview' AND (data->>'reached')::boolean
    ORDER BY id, data->>'judged', data->>'heardVoiceId', seq DESC
  ),
  asked AS (
    SELECT r.id, r.round, r."unitId", r.at, r.answered, r.concluded, r.outcome, v.voice::uuid AS voice,
      s.voice IS NOT NULL AS spoke, s.at > r.at AS late, s.solved, s.result, s.handling,
      h.solved AS "heardSolved", h.result AS "heardResult", h.handling AS "heardHandling"
    FROM round r CROSS JOIN LATERAL jsonb_array_elements_text(r.invited) AS v(voice)
    LEFT JOIN said s ON s.id = r.id AND s.round = r.round AND s.voice = v.voice::uuid
    LEFT JOIN heard h ON h.id = r.id AND h.round = r.round AND h.voice = v.voice::uuid
  ),
  judged AS (
    SELECT CASE which WHEN 1 THEN 'solved' ELSE 'firstSolved' END AS measure, id, round, voice, "unitId", at,
      CASE WHEN concluded THEN 'concluded' WHEN NOT spoke THEN NULL WHEN outcome = 'cannot' THEN 'cannot'
        ELSE solved END AS answer,
      CASE WHEN "heardSolved" IS NULL THEN NULL WHEN outcome = 'cannot' THEN 'cannot' ELSE "heardSolved" END AS heard,
      late, 'yes' AS good
    FROM asked CROSS JOIN generate_series(1, CASE round WHEN 1 THEN 2 ELSE 1 END) AS which
    UNION ALL
    SELECT 'satisfiedResult', id, round, voice, "unitId", at, result, "heardResult", late, 'satisfied'
    FROM asked WHERE answered
    UNION ALL
    SELECT 'satisfiedHandling', id, round, voice, "unitId", at, handling, "heardHandling", late, 'satisfied'
    FROM asked WHERE answered
  ),
  ${listed},
  every AS (
    SELECT measure, id, round, voice AS who, "unitId", at, answer, answer = good AS yes, heard,
      heard = good AS "heardYes", coalesce(late, FALSE) AS late, NULL::interval AS took
    FROM judged
    UNION ALL
    SELECT measure, id, round, NULL, holder, at, answer, yes, NULL, NULL, FALSE, took FROM held
    UNION ALL
    SELECT k.measure, h.id, h.round, NULL, h.holder, h.at, k.answer, k.yes, NULL, NULL, FALSE, NULL
    FROM held h LEFT JOIN turned t ON t.id = h.id AND t.round = h.round
    CROSS JOIN LATERAL (VALUES
      ('extended', CASE WHEN t.extended THEN 'extended' ELSE 'asPromised' END, coalesce(t.extended, FALSE)),
      ('parked', CASE WHEN t.parked THEN 'parked' ELSE 'notParked' END, coalesce(t.parked, FALSE))
    ) AS k(measure, answer, yes)
    WHERE h.measure = 'promise'
    UNION ALL
    SELECT 'unrated', r.id, r.round, NULL, r."unitId", r.at, CASE WHEN s.id IS NULL THEN 'unrated' ELSE 'rated' END,
      s.id IS NULL, NULL, NULL, FALSE, NULL
    FROM round r LEFT JOIN (SELECT DISTINCT id, round FROM said) s ON s.id = r.id AND s.round = r.round
    WHERE r.answered AND jsonb_array_length(r.invited) > 0
    UNION ALL
    SELECT 'sentBack', id, round, NULL, "unitId", at, CASE WHEN "sentBack" THEN 'sentBack' ELSE 'stayed' END,
      "sentBack", NULL, NULL, FALSE, NULL
    FROM (SELECT n.*, least(n."acceptedAt", n."untilAt", n."sendBackBy") AS at FROM named n) n
    WHERE NOT final AND "sendBackBy" IS NOT NULL
      AND (coalesce("acceptedAt", "untilAt") IS NOT NULL OR "sendBackBy" < ${now})
    UNION ALL
    SELECT 'reopened', id, round, NULL, "unitId", at,
      CASE WHEN "comesBack" THEN 'reopened' WHEN "goesOn" THEN 'goneOn' ELSE 'rests' END,
      "comesBack", NULL, NULL, FALSE, NULL
    FROM round WHERE answered
    UNION ALL
    SELECT 'handedOver', r.id, r.round, NULL, r."unitId", r.at,
      CASE WHEN t."handedOver" THEN 'handedOver' ELSE 'stayedPut' END, coalesce(t."handedOver", FALSE), NULL, NULL, FALSE, NULL
    FROM round r JOIN turned t ON t.id = r.id AND t.round = r.round
    WHERE r.answered AND t."handedUntold" IS NOT TRUE
    UNION ALL
    SELECT l.list, l.id, l.round, NULL, l."unitId", l.at, NULL, NULL, NULL, NULL, FALSE, NULL FROM listed l
  ),
  decided AS (
    SELECT id, (data->>'about')::int AS round, coalesce(bool_or((data->>'leaveOut')::boolean), FALSE)
      AND (NOT bool_or(verb = 'objectExclusion')
        OR coalesce(bool_or(verb = 'ruleExclusion' AND NOT (data->>'upheld')::boolean), FALSE)) AS "leftOut"
    FROM event WHERE verb IN ('decideExclusion', 'objectExclusion', 'ruleExclusion')
    GROUP BY id, data->>'about'
  ),
  recounted AS MATERIALIZED (
    SELECT v.*, v.who IS NOT NULL AND coalesce(d."leftOut", FALSE) AS "leftOut", f.origin, (extract(epoch FROM v.took) * 1000)::bigint AS millis
    FROM every v JOIN filed f ON f.id = v.id
    LEFT JOIN decided d ON d.id = v.id AND d.round = v.round
    WHERE v.at IS NOT NULL
  )`;

/**
 * The public window of docs/measures.md's public figures out of `recounted`, by civil month: `open`, so many of a
 * part by the first level of the category and the street that had the case last.
 */
export const openFromEvents = (zone: string): Prisma.Sql => Prisma.sql`
  street AS MATERIALIZED (
    SELECT u.id, s.id AS "areaId" FROM "Unit" u JOIN "Unit" s ON s.kind = 'street' AND starts_with(u.path, s.path)
  ),
  root AS MATERIALIZED (
    SELECT c.id, t.id AS "rootId" FROM "Category" c JOIN "Category" t ON t.path = split_part(c.path, '/', 1) || '/'
  ),
  placed AS (
    SELECT DISTINCT ON (e.id) e.id, s."areaId"
    FROM event e CROSS JOIN LATERAL (
      VALUES (1, e.data->>'leadUnitId'), (2, e.data->>'secondUnitId')) AS n(nth, "unitId")
    JOIN street s ON s.id = n."unitId"::uuid
    WHERE n.nth = 1 OR e.data ? 'leadUnitId'
    ORDER BY e.id, e.seq DESC, n.nth
  ),
  sorted AS (
    SELECT DISTINCT ON (e.id) e.id, t."rootId"
    FROM event e JOIN root t ON t.id = (e.data->>'categoryId')::uuid
    WHERE e.verb IN ('file', 'dispatch')
    ORDER BY e.id, e.seq DESC
  ),
  open AS (
    SELECT o.part, to_char(o.at AT TIME ZONE ${zone}, 'YYYY-MM') AS month, c."rootId", p."areaId", count(*)::int AS n
    FROM (
      SELECT 'received' AS part, id, at FROM filed WHERE by <> 'import'
      UNION ALL
      SELECT CASE WHEN yes THEN 'kept' ELSE 'late' END, id, at FROM recounted
      WHERE measure = 'promise' AND origin <> 'imported'
      UNION ALL
      SELECT CASE WHEN yes THEN 'yes' WHEN answer IS NULL THEN 'silent' ELSE 'no' END, id, at FROM recounted
      WHERE measure = 'solved' AND origin = 'own'
    ) o LEFT JOIN sorted c ON c.id = o.id LEFT JOIN placed p ON p.id = o.id
    GROUP BY 1, 2, 3, 4
  )`;

/** A step that ends the promise of its round: the answer, or the end of the case otherwise than by joining another. */
const ends = Prisma.sql`(entered AND (became = 'resolved' OR became = 'closed' AND verb <> 'merge'))`;

/**
 * The promise of a case that is or was part of another runs on there: answered with it, void where it ends without an
 * answer. `joined`: how each such promise ended, if it did, by its own case's steps and those of the other while
 * the merge stood. The other case may lie outside of the slice.
 */
const mergedPromises = Prisma.sql`
  merge AS (
    SELECT * FROM (
      SELECT id, seq, round, at AS "fromAt", verb, (data->>'otherId')::uuid AS "otherId",
        lead(at) OVER (PARTITION BY id ORDER BY seq) AS "untilAt"
      FROM event WHERE verb IN ('merge', 'unmerge') AND data->>'side' = 'source'
    ) turn WHERE verb = 'merge'
  ),
  mark AS (
    SELECT m.id, m.round, e.at, e.seq, FALSE AS beside,
      CASE WHEN ${ends} THEN 'end' ELSE 'takeUp' END AS what,
      e.became = 'resolved' AS done, coalesce(e.data->>'closedAs' = 'concluded', FALSE) AS concluded
    FROM (SELECT DISTINCT id, round FROM merge) m
    JOIN event e ON e.id = m.id AND e.round = m.round
    WHERE ${ends} OR e.verb = 'redo' OR e.verb = 'unmerge'
    UNION ALL
    SELECT m.id, m.round, o.at, o.seq, TRUE, CASE WHEN o.verb = 'redo' THEN 'takeUp' ELSE 'end' END,
      o."toStatus" = 'resolved', coalesce(o.data->>'closedAs' = 'concluded', FALSE)
    FROM merge m CROSS JOIN LATERAL (
      SELECT * FROM case_steps(m."otherId") x WHERE x.at >= m."fromAt"
        AND (m."untilAt" IS NULL OR x.at <= m."untilAt") OFFSET 0
    ) o
    WHERE o.verb = 'redo' OR o."fromStatus" IS DISTINCT FROM o."toStatus" AND o."toStatus" IN ('resolved', 'closed')
  ),
  joined AS (
    SELECT m.id, m.round, e.at, coalesce(e.done, FALSE) AS done, coalesce(e.concluded, FALSE) AS concluded
    FROM (SELECT id, round, max(at) FILTER (WHERE what = 'takeUp') AS "takenUpAt" FROM mark GROUP BY id, round
      UNION SELECT id, round, NULL FROM merge g WHERE NOT EXISTS (
        SELECT FROM mark k WHERE k.id = g.id AND k.round = g.round)) m
    LEFT JOIN LATERAL (
      SELECT k.at, k.done, k.concluded FROM mark k WHERE k.id = m.id AND k.round = m.round AND k.what = 'end'
        AND (m."takenUpAt" IS NULL OR k.at > m."takenUpAt")
      ORDER BY k.at, k.beside DESC, k.seq LIMIT 1
    ) e ON TRUE
  )`;

/**
 * The lists of a period beside the rates, each row once: `list`, case, round, unit and when. A case is with the unit that
 * had the round last.
 */
const listed = Prisma.sql`
  "had" AS (
    SELECT DISTINCT ON (id, round) id, round, "unitId" FROM named ORDER BY id, round, naming DESC
  ),
  shut AS (
    SELECT id, round, at FROM (
      SELECT id, round, max(at) FILTER (WHERE entered AND became = 'closed') AS at,
        max(seq) FILTER (WHERE entered AND became = 'closed') AS seq,
        max(seq) FILTER (WHERE verb = 'unmerge' AND data->>'side' = 'source') AS "givenBackSeq"
      FROM event GROUP BY id, round
    ) s WHERE seq > coalesce("givenBackSeq", 0)
  ),
  listed AS (
    SELECT 'filed' AS list, f.id, 1 AS round, h."unitId", f.at
    FROM filed f LEFT JOIN "had" h ON h.id = f.id AND h.round = 1
    UNION ALL
    SELECT which.list, s.id, s.round, h."unitId", s.at
    FROM shut s JOIN turned t ON t.id = s.id AND t.round = s.round
    LEFT JOIN "had" h ON h.id = s.id AND h.round = s.round
    CROSS JOIN LATERAL (VALUES ('closed', TRUE), ('unresolved', t.answered IS NOT TRUE AND t."concludedAt" IS NULL
      AND NOT EXISTS (SELECT FROM merge m WHERE m.id = s.id AND m."untilAt" IS NULL))) AS which(list, counts)
    WHERE which.counts
    UNION ALL
    SELECT 'unasked', id, round, "unitId", at FROM round WHERE answered AND jsonb_array_length(invited) = 0
    UNION ALL
    SELECT 'passedOn', id, round, "unitId", by FROM timed
    WHERE measure = 'response' AND NOT done AND "endAt" > by
  )`;

/** Whether a lead that went was passed on or barred is in no earlier step. */
const leadEndsUntold = Prisma.sql`(verb = 'redispatch' AND NOT data ? 'leadEnds')`;

/** Where a request can wait; it is void as soon as the case stands elsewhere. What is about a round that is over waits anywhere. */
const waitsIn: Readonly<Record<string, readonly string[]>> = {
  extend: ['accepted', 'contacted'],
  park: ['contacted'],
  test: ['contacted'],
  cause: ['accepted', 'contacted', 'resolved'],
  conclude: ['contacted', 'resolved'],
  object: ['resolved', 'closed'],
};

/**
 * Requests and objections whose steps say until when they are to be decided. `done`: somebody decided, of the unit that
 * stands there. What the unit asks for is void with its round and when the lead goes, whatever waits where it was asked.
 */
const wishes = Prisma.sql`
  asked_for AS MATERIALIZED (
    SELECT id, seq, at, coalesce((data->>'about')::int, round) AS round, verb = 'askFor' AS "unitsOwn",
      CASE verb WHEN 'askFor' THEN data->>'kind' WHEN 'object' THEN 'object' END AS kind
    FROM event WHERE data->'decideBy' ? seq::text
  ),
  wish AS (
    SELECT a.id, a.round, a.at AS "fromAt",
      (SELECT (m.data->'decideBy'->>a.seq::text)::timestamptz FROM event m
        WHERE m.id = a.id AND m.data->'decideBy' ? a.seq::text ORDER BY m.seq DESC LIMIT 1) AS by,
      e.at AS "endAt", coalesce(e.decided, FALSE) AS done, CASE WHEN e.decided THEN e."unitId" END AS "unitId"
    FROM asked_for a LEFT JOIN LATERAL (
      SELECT x.at, x."unitId", x.decided FROM (
        SELECT m.at, m.seq, m."unitId", m.verb IN ('grant', 'refuse', 'rule', 'decideExclusion', 'ruleExclusion')
            AND (m.data->>'requestSeq')::int = a.seq AS decided,
          m.became <> ALL(CASE a.kind ${Prisma.join(
            Object.entries(waitsIn).map(
              ([kind, statuses]) => Prisma.sql`WHEN ${kind} THEN ${[...statuses]}::text[]`,
            ),
            ' ',
          )} END) AS elsewhere,
          m.data ? 'nextRound' OR m.data ? 'leadUnitId' OR m.entered AND m.became IN ('filed', 'closed') AS moved
        FROM event m WHERE m.id = a.id AND m.seq > a.seq
      ) x WHERE x.decided OR x.elsewhere OR a."unitsOwn" AND x.moved ORDER BY x.seq LIMIT 1
    ) e ON TRUE
  )`;

/**
 * Rows the pages count of which earlier steps do not say enough: rounds with a hand-over of which nothing tells whether its
 * unit was barred, and requests without the time of their decision. `due`: the row, `r`: its round.
 */
export const untoldRow = Prisma.sql`(
  due.measure = 'handedOver' AND EXISTS (SELECT FROM case_steps(due."appealId") v WHERE v.round = r.number
    AND v.verb = 'redispatch' AND NOT v.data ? 'leadEnds')
  OR due.measure = 'decide' AND EXISTS (SELECT FROM "Clock" k JOIN "Request" q ON q.id = k."requestId"
    JOIN case_steps(q."appealId") v ON v.seq = q.seq
    WHERE k.id = due.who AND NOT coalesce(v.data->'decideBy' ? v.seq::text, FALSE)))`;
