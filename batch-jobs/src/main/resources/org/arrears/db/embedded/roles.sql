-- Before every start of the embedded server: its superuser is "postgres", who cannot log in; commands log in as
-- "arrears", who owns the database. Folders of 0.1.0 have a superuser "arrears", who owns all; they become the same.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE oid = 10 AND rolname = 'arrears') THEN
        -- Nobody can rename the role that he works as.
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'arrears_renaming') THEN
            CREATE ROLE arrears_renaming SUPERUSER;
        END IF;
        SET SESSION AUTHORIZATION arrears_renaming;
        ALTER ROLE arrears RENAME TO postgres;
    END IF;
END
$$;

SET SESSION AUTHORIZATION postgres;

DROP ROLE IF EXISTS arrears_renaming;

DO $$
DECLARE
    change text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'arrears') THEN
        CREATE ROLE arrears;
    END IF;
    -- Sessions of all roles count when it is asked whether somebody uses the server; copies for dry runs are dropped.
    GRANT pg_read_all_stats, pg_signal_backend TO arrears;
    FOR change IN
        SELECT format('ALTER DATABASE %I OWNER TO arrears', datname)
        FROM pg_database WHERE datdba = 10 AND NOT datistemplate
        UNION ALL
        SELECT format('ALTER SCHEMA %I OWNER TO arrears', nspname)
        FROM pg_namespace WHERE nspowner = 10 AND oid >= 16384
        UNION ALL
        SELECT format('ALTER TABLE %s OWNER TO arrears', c.oid::regclass)
        FROM pg_class c
        WHERE c.relowner = 10 AND c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
          AND c.relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\_%')
          AND NOT EXISTS (SELECT FROM pg_depend d
                          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
        UNION ALL
        SELECT format('ALTER ROUTINE %s OWNER TO arrears', oid::regprocedure)
        FROM pg_proc WHERE proowner = 10 AND oid >= 16384
    LOOP
        EXECUTE change;
    END LOOP;
END
$$;

