using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Participatie.Web.Data;

/// <summary>
/// Numbers what a database holds: each commit of this process is a new edition, so what was made from an older one is
/// known to be out of date. Every commit counts, also one that no reader sees, or somebody would some day forget one
/// that readers do see. Only the votes and passes of a hall do not (see <see cref="GroupCommit{TWork, TAnswer}"/>): a
/// thousand of them change nothing that is public until a facilitator acts.
/// </summary>
public static class Edition
{
    private static readonly ConditionalWeakTable<DbDataSource, StrongBox<long>> Numbers = [];

    public static long EditionNumber(this DbDataSource db) => Volatile.Read(ref Numbers.GetOrCreateValue(db).Value);

    internal static void Renew(DbDataSource db) => Interlocked.Increment(ref Numbers.GetOrCreateValue(db).Value);
}
