namespace Umbriel.Core.Events;

/// <summary>What left the nucleus in an event, counted. Used again from event to event; not thread-safe.</summary>
public sealed class FinalState
{
    /// <summary>Photons below this are of the nucleus' de-excitation and not counted, GeV (its levels lie below some 10 MeV).</summary>
    public const double LowestPhoton = 0.020;

    private readonly Dictionary<int, int> codes = [];

    /// <summary>Photons above <see cref="LowestPhoton"/>.</summary>
    public int Photons { get; private set; }

    /// <summary>Neutral pions, those that the file itself decays included.</summary>
    public int NeutralPions { get; private set; }

    /// <summary>Charged pions.</summary>
    public int ChargedPions => Count(211) + Count(-211);

    /// <summary>Whether a particle of the dark sector is there, decayed or not.</summary>
    public bool HasDarkParticle { get; private set; }

    /// <summary>Mesons and baryons; nuclei and their remnants do not count.</summary>
    public int Hadrons { get; private set; }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        codes.Clear();
        (Photons, NeutralPions, Hadrons, HasDarkParticle) = (0, 0, 0, false);
    }

    /// <summary>Counts a particle.</summary>
    /// <param name="pdg">PDG code, or DarkNews's of the dark sector.</param>
    /// <param name="status">HepMC status: 1 left the nucleus and is stable, 2 left it and is decayed in the file; others do not count.</param>
    /// <param name="energy">Energy, GeV.</param>
    public void Add(int pdg, int status, double energy)
    {
        if (status is not (1 or 2))
        {
            return;
        }

        HasDarkParticle |= DarkSectorCode.Is(pdg);
        NeutralPions += pdg == 111 ? 1 : 0;
        if (status == 1)
        {
            codes[pdg] = Count(pdg) + 1;
            Photons += pdg == 22 && energy > LowestPhoton ? 1 : 0;
            Hadrons += Math.Abs((long)pdg) is > 100 and < 1_000_000_000 && !DarkSectorCode.Is(pdg) ? 1 : 0;
        }
    }

    /// <summary>Number of stable particles with a code.</summary>
    public int Count(int pdg) => codes.GetValueOrDefault(pdg);
}
