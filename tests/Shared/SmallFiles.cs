namespace Umbriel.Tests;

/// <summary>Small valid files of formats that are read.</summary>
internal static class SmallFiles
{
    /// <summary>
    /// Event 0 in MeV and mm: a vertex with a position, an implicit one below it (particle 4 from particle 3), weight CV second.
    /// Event 1 in GeV and cm: the event's position, a vertex without one, lab_pos.
    /// </summary>
    public const string HepMc3 = """
        HepMC::Version 3.02.06
        HepMC::Asciiv3-START_EVENT_LISTING
        W first\|CV
        T tool\|1.0\|what it is
        A NuHepMC.Version.Major 1
        E 7 2 5
        U MEV MM
        W 0.5 2.5
        A 0 signal_process_id 200
        P 1 0 14 0 0 1000 1000 0 4
        P 2 0 1000180400 0 0 0 37224.7 37224.7 20
        V -1 1 [1,2] @ 10 20 30 299.792458
        P 3 -1 111 0 0 500 517.9 134.9768 2
        P 4 3 22 0 30 400 401.1 0 1
        P 5 -1 2212 100 0 0 943.6 938.272 1
        E 8 1 3 @ 5 6 7 0
        U GEV CM
        W 1 1
        A 0 lab_pos 100 50 500 1e-6
        P 1 0 11 0 0 1 1 0.000511 4
        V -3 1 [1]
        P 2 -3 11 0 0 0.25 0.25 0.000511 1
        P 3 -3 5914 0 0.1 0.2 0.3 0.2 1
        HepMC::Asciiv3-END_EVENT_LISTING

        """;

    /// <summary>Two events; a particle of status 0 and one with a negative mass.</summary>
    public const string HepEvt = """
        1 3
        1 11 0 0 0 0 0.1 0.2 0.3 0.3742 0.000511 1 2 3 4
        0 23 0 0 1 1 0 0 0 91 91 0 0 0 0
        1 22 2 0 0 0 0 0 -5e-2 5e-2 -1e-9 1 2 3 4

        12 0

        """;

    /// <summary>A table in HEPData layout.</summary>
    public const string HepDataTable = """
        independent_variables:
        - header: {name: 'm', units: GeV}
          values:
          - {low: 0, high: 1}
          - {low: 1, high: 2}
        dependent_variables:
        - header: {name: y}
          qualifiers:
          - {name: ORDER, value: LO}
          values:
          - {value: 1.5, errors: [{symerror: 3.0, label: stat}, {asymerror: {minus: -4, plus: 4}, label: sys}]}
          - {value: -2}
        """;
}
