namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Where the energy of a cascade goes besides the secondaries' kinetic energy and the nucleus's excitation: separation energies and
/// pions' rest masses. A nucleon gains <see cref="Evaporation.Separation"/> on entering and pays it on leaving.
/// </summary>
/// <param name="NucleonsIn">Nucleons that entered.</param>
/// <param name="MassIn">Rest mass that the cascade turns to energy: of a pion or kaon that came in, GeV.</param>
internal record struct CascadeEnergyBalance(int NucleonsIn, double MassIn)
{
    private int nucleonsOut = 0;
    private double massOut = 0.0;

    /// <summary>A nucleon leaves.</summary>
    public void NucleonLeft() => nucleonsOut++;

    /// <summary>A pion leaves.</summary>
    /// <param name="mass">Its rest mass, GeV.</param>
    public void PionLeft(double mass) => massOut += mass;

    /// <summary>Adds the difference between out and in to the event's balance.</summary>
    public readonly void Settle(SimulatedEvent simulated)
    {
        RecordBindingEnergy(simulated, Evaporation.Separation * (nucleonsOut - NucleonsIn));
        RecordBindingEnergy(simulated, massOut - MassIn);
    }

    /// <summary>Energy that binding or rest mass took is lost; what they gave (below 0) is released.</summary>
    private static void RecordBindingEnergy(SimulatedEvent simulated, double absorbed)
    {
        if (absorbed >= 0.0)
        {
            simulated.Lost += absorbed;
        }
        else
        {
            simulated.Released -= absorbed;
        }
    }
}
