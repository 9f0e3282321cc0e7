-- The chain is locked, read and continued in one statement, so that writers wait for each other as briefly as possible and an act on
-- record costs one round trip. What the hash is made of is also told, and checked, by AuditEntry.

create function audit_field(field text) returns bytea immutable language sql as $$
    select coalesce(int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8'), int4send(-1))
$$;

-- ats: each instant as it goes into the hash, in ISO 8601
create function append_to_audit(ats text[], actors text[], actions text[], campaigns text[], units text[], subjects text[],
    befores text[], afters text[]) returns void language plpgsql as $$
declare
    last_seq bigint;
    last_hash text;
    next_hash text;
begin
    perform pg_advisory_xact_lock(x'746869647561'::bigint);
    select seq, hash into last_seq, last_hash from audit_entry order by seq desc limit 1;
    if not found then
        last_seq := 0;
        last_hash := repeat('0', 64);
    end if;
    for i in 1 .. cardinality(ats) loop
        last_seq := last_seq + 1;
        next_hash := encode(sha256(audit_field(last_seq::text) || audit_field(ats[i]) || audit_field(actors[i]) || audit_field(actions[i])
            || audit_field(campaigns[i]) || audit_field(units[i]) || audit_field(subjects[i]) || audit_field(befores[i])
            || audit_field(afters[i]) || audit_field(last_hash)), 'hex');
        insert into audit_entry(seq, at, actor, action, campaign, unit, subject, before_json, after_json, previous_hash, hash)
        values (last_seq, ats[i]::timestamptz, actors[i], actions[i], campaigns[i], units[i], subjects[i], befores[i], afters[i], last_hash,
            next_hash);
        last_hash := next_hash;
    end loop;
end $$;

-- One number for what everybody reads and hardly anybody changes: campaigns, their plans, holidays. It comes along with what is read
-- anyway; as long as it is the same, what was read of them before still holds. From a sequence, so that no number comes back after a
-- transaction that was rolled back.
create sequence reference_change;
create table reference_version (
    version bigint not null
);
insert into reference_version values (nextval('reference_change'));

create function reference_changed() returns trigger language plpgsql as $$
begin
    update reference_version set version = nextval('reference_change');
    return null;
end $$;
create trigger campaign_changed after insert or update or delete or truncate on campaign
    for each statement execute function reference_changed();
create trigger plan_change_changed after insert or update or delete or truncate on plan_change
    for each statement execute function reference_changed();
create trigger holiday_changed after insert or update or delete or truncate on holiday
    for each statement execute function reference_changed();

-- A dossier's row changes at each step; where no index names what changes, its other indexes need not be written again.
drop index dossier_by_round;
create index dossier_by_round on dossier (round);
drop index dossier_running;
alter table dossier set (fillfactor = 70);

-- The stages of a dossier are found by their dossier; nothing refers to one by its number.
alter table dossier_stage drop constraint dossier_stage_pkey;
drop index dossier_stage_by_dossier;
alter table dossier_stage add primary key (dossier, id);

-- Who has acted at once in a stage of many dossiers, as a council member who votes and who signs a decision do: one row instead of one
-- for each dossier. What was acted in dossier by dossier stays in dossier_act.
create table joint_act (
    id bigint generated always as identity primary key,
    actor text not null,
    stage text not null check (stage in ('COMPOSE', 'APPRAISAL', 'COUNCIL', 'DECIDE')),
    dossiers text[] not null,
    at timestamptz not null
);
create index joint_act_by_actor on joint_act (actor);
