import "./region";
import "./firewall";
import "./tiers";
import "./storage";
import "./object-storage";
import "./flows";
import "./entry";
import "./nat";
