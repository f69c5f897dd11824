using Participatie.Core.Decisions;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Tables;

namespace Participatie.Web.Reading.OpenData.Resources;

/// <summary>The words of the API for ours.</summary>
public static class Woorden
{
    public static Tafelsoort Of(TableKind kind) => kind switch
    {
        TableKind.Board => Tafelsoort.Bestuurstafel,
        TableKind.Youth => Tafelsoort.Jongerentafel,
        _ => Tafelsoort.Wijktafel,
    };

    public static Agendadoel Of(ItemKind kind) => kind switch
    {
        ItemKind.Inform => Agendadoel.TerInformatie,
        ItemKind.Discuss => Agendadoel.TerBespreking,
        _ => Agendadoel.TerBesluitvorming,
    };

    public static Telmethode Of(CountingMethod method) => method switch
    {
        YesNoAbstain => Telmethode.VoorTegenOnthouding,
        SingleChoice => Telmethode.EenKeuze,
        MultipleChoice => Telmethode.MeerdereKeuzes,
        Approval => Telmethode.Goedkeuring,
        Score => Telmethode.Cijfers,
        Dots => Telmethode.Stippen,
        InstantRunoff => Telmethode.VolgordeMetAfvallers,
        Schulze => Telmethode.VolgordeTweeAanTwee,
        _ => Telmethode.Consent,
    };

    public static Resultaat Of(Result result) => result switch
    {
        Result.NoVotes => Resultaat.GeenStemmen,
        Result.NoQuorum => Resultaat.TeWeinigStemmen,
        Result.Adopted => Resultaat.Aangenomen,
        Result.Rejected => Resultaat.Verworpen,
        Result.Chosen => Resultaat.Gekozen,
        Result.NoMajority => Resultaat.GeenMeerderheid,
        Result.Tie => Resultaat.Gelijk,
        Result.Rated => Resultaat.CijfersGegeven,
        Result.Consented => Resultaat.GeenBezwaar,
        _ => Resultaat.Bezwaar,
    };

    public static Mandaat Of(Mandate mandate) => mandate switch
    {
        Mandate.Inform => Mandaat.Informeren,
        Mandate.Consult => Mandaat.Raadplegen,
        Mandate.Advise => Mandaat.Adviseren,
        _ => Mandaat.Meebeslissen,
    };

    public static Oordeel Of(ResponseVerdict verdict) => verdict switch
    {
        ResponseVerdict.Adopted => Oordeel.Overgenomen,
        ResponseVerdict.PartlyAdopted => Oordeel.DeelsOvergenomen,
        _ => Oordeel.NietOvergenomen,
    };
}
